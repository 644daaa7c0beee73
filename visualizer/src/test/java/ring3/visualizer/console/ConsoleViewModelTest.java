package ring3.visualizer.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import ring3.visualizer.ConsoleKey;
import ring3.visualizer.RecordingControl;
import ring3.visualizer.Story;

class ConsoleViewModelTest {
    private final RecordingControl control = new RecordingControl();
    private final ConsoleViewModel console = new ConsoleViewModel(control);

    @Test
    void whatIsTypedReachesTheEmulatedKeyboard() {
        console.type('l');
        console.type('~');
        console.press(ConsoleKey.ENTER);

        assertEquals(List.of("char 108", "char 126", "key ENTER"), control.told);
    }

    @Test
    void charactersThatNoUsKeyboardHasAreNotTyped() {
        console.type('\u00e4');
        console.type('\r');
        console.type('\u007f');

        assertEquals(List.of(), control.told);
    }

    @Test
    void controlAndALetterMakeAControlCharacter() {
        console.typeControl('C');
        console.typeControl('d');

        assertEquals(List.of("char 3", "char 4"), control.told);
    }

    @Test
    void theScreenIsThatOfTheFrame() {
        var frame = Story.booted().frame(true);
        console.show(frame);

        assertSame(frame.snapshot().screen(), console.screenProperty().get());
    }
}
