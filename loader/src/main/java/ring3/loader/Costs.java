package ring3.loader;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewPrimitiveArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ring3.loader.AllowList.Charge;

/// What a method costs: its loops, each found by the place that some branch goes back to, with the
/// instructions of one turn; and what is left, to be paid when it begins. An instruction counts in
/// the innermost loop around it, so it is paid for as often as it can be executed.
final class Costs {
    /// A call does more than an addition.
    private static final int CALL = 4;

    /// What a frame takes besides its variables: the return address and its like.
    private static final int FRAME_WORDS = 12;

    private static final Set<String> EMPTY_CONSTRUCTORS =
            Set.of("java/lang/Object", "java/lang/Record");
    private static final Set<String> LEAVES =
            Set.of(
                    "java/lang/Boolean",
                    "java/lang/Byte",
                    "java/lang/Character",
                    "java/lang/Integer",
                    "java/lang/Long",
                    "java/lang/Math",
                    "java/lang/Short",
                    "java/lang/String");

    /// A method without calls, loops and allocations that is no longer than this is paid for by the
    /// call.
    private static final int SMALL = 24;

    private static final class Loop {
        final int first;
        int last;
        int cost;

        Loop(int first) {
            this.first = first;
        }
    }

    private final Map<Label, Loop> loops = new LinkedHashMap<>();
    private final Set<Label> handlers = new LinkedHashSet<>();
    private final int words;
    private int entry;
    private int firstLine;
    private boolean plain = true;

    /// The costs of a method with this code.
    Costs(CodeModel code) {
        Map<Label, Integer> places = new LinkedHashMap<>();
        List<CodeElement> elements = new ArrayList<>();
        for (CodeElement element : code) {
            if (element instanceof LineNumber number && firstLine == 0) {
                firstLine = number.line();
            }
            if (element instanceof LabelTarget target) {
                places.put(target.label(), elements.size());
            }
            elements.add(element);
        }
        for (int place = 0; place < elements.size(); place++) {
            find(elements.get(place), place, places);
        }
        for (int place = 0; place < elements.size(); place++) {
            count(elements.get(place), place);
        }
        CodeAttribute attribute = (CodeAttribute) code;
        words = attribute.maxLocals() + attribute.maxStack() + FRAME_WORDS;
    }

    private void find(CodeElement element, int place, Map<Label, Integer> places) {
        switch (element) {
            case BranchInstruction branch -> branch(branch.target(), place, places);
            case TableSwitchInstruction table -> {
                branch(table.defaultTarget(), place, places);
                branches(table.cases(), place, places);
            }
            case LookupSwitchInstruction lookup -> {
                branch(lookup.defaultTarget(), place, places);
                branches(lookup.cases(), place, places);
            }
            case ExceptionCatch handler -> handlers.add(handler.handler());
            case InvokeInstruction call -> plain &= isLeaf(call);
            case InvokeDynamicInstruction _,
                    NewObjectInstruction _,
                    NewPrimitiveArrayInstruction _,
                    NewReferenceArrayInstruction _,
                    NewMultiArrayInstruction _ ->
                    plain = false;
            default -> {} // Goes on to the next instruction, or nowhere.
        }
    }

    /// Whether a call ends soon and comes back to no program: one of the constructors that do
    /// nothing, or of the methods of a class without classes below it that cost nothing.
    private static boolean isLeaf(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        if (name.equals("<init>")) {
            return EMPTY_CONSTRUCTORS.contains(owner);
        }
        return LEAVES.contains(owner)
                && Charge.NONE.equals(
                        AllowList.JAVA.charge(owner, name, call.type().stringValue()));
    }

    private void branches(List<SwitchCase> cases, int place, Map<Label, Integer> places) {
        for (SwitchCase one : cases) {
            branch(one.target(), place, places);
        }
    }

    private void branch(Label target, int from, Map<Label, Integer> places) {
        int to = places.getOrDefault(target, Integer.MAX_VALUE);
        if (to <= from) {
            Loop loop = loops.computeIfAbsent(target, _ -> new Loop(to));
            loop.last = Math.max(loop.last, from);
        }
    }

    private void count(CodeElement element, int place) {
        if (!(element instanceof Instruction)) {
            return;
        }
        int cost =
                element instanceof InvokeInstruction || element instanceof InvokeDynamicInstruction
                        ? CALL
                        : 1;
        Loop innermost = null;
        for (Loop loop : loops.values()) {
            boolean inside = loop.first <= place && place <= loop.last;
            if (inside && (innermost == null || loop.first > innermost.first)) {
                innermost = loop;
            }
        }
        if (innermost == null) {
            entry += cost;
        } else {
            innermost.cost += cost;
        }
    }

    /// Whether the method is so small that its call has paid for it.
    boolean isSmall() {
        return plain && loops.isEmpty() && handlers.isEmpty() && entry <= SMALL;
    }

    /// Instructions to pay for when the method begins.
    int entry() {
        return entry;
    }

    /// Words of stack that the method needs.
    int words() {
        return words;
    }

    /// The line of the source at which the method begins; 0 when nobody knows.
    int firstLine() {
        return firstLine;
    }

    boolean hasLoops() {
        return !loops.isEmpty();
    }

    boolean hasHandlers() {
        return !handlers.isEmpty();
    }

    /// Instructions of one turn of the loop that begins at the label; 0 when none does.
    int turn(Label label) {
        Loop loop = loops.get(label);
        return loop == null ? 0 : Math.max(1, loop.cost);
    }

    boolean isHandler(Label label) {
        return handlers.contains(label);
    }
}
