package wrong.ring3.visualizer;

import javafx.scene.control.Button;

record WrongViewModel(Button button) {}
