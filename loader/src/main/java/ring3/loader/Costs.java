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
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");

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
        count(elements);
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
            case ExceptionCatch handler -> {
                handlers.add(handler.handler());
                // An exception that goes to a place before it closes a loop without a branch.
                int end = places.getOrDefault(handler.tryEnd(), 0);
                branch(handler.handler(), end, places);
            }
            case InvokeInstruction call -> plain &= isLeaf(call);
            case InvokeDynamicInstruction call -> plain &= isOfNumbers(call);
            case NewObjectInstruction _,
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

    /// Whether it is `equals` or `hashCode` of a record of plain numbers: a key in most tables,
    /// asked at every look-up, and nothing in it comes back to a program.
    private static boolean isOfNumbers(InvokeDynamicInstruction call) {
        return call.bootstrapMethod().owner().equals(RECORDS)
                && !call.name().equalsString("toString")
                && call.bootstrapArgs().stream().allMatch(Costs::isNumber);
    }

    /// Of the arguments the first two are the record and the names of its fields.
    private static boolean isNumber(ConstantDesc argument) {
        return !(argument instanceof DirectMethodHandleDesc getter)
                || getter.invocationType().returnType().isPrimitive();
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

    /// Goes through the method once: the loops around a place are on a stack, the innermost on top,
    /// so that a method of nothing but branches is counted as quickly as any other.
    private void count(List<CodeElement> elements) {
        Deque<Loop> coming =
                loops.values().stream()
                        .sorted(Comparator.comparingInt(loop -> loop.first))
                        .collect(Collectors.toCollection(ArrayDeque::new));
        Deque<Loop> around = new ArrayDeque<>();
        for (int place = 0; place < elements.size(); place++) {
            while (!coming.isEmpty() && coming.getFirst().first <= place) {
                around.push(coming.removeFirst());
            }
            while (!around.isEmpty() && around.getFirst().last < place) {
                around.pop();
            }
            if (elements.get(place) instanceof Instruction instruction) {
                count(instruction, around.peek());
            }
        }
    }

    private void count(Instruction instruction, @Nullable Loop innermost) {
        boolean isCall =
                instruction instanceof InvokeInstruction
                        || instruction instanceof InvokeDynamicInstruction;
        int cost = isCall ? CALL : 1;
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
}
