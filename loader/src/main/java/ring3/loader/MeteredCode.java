package ring3.loader;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_Throwable;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.Map;
import ring3.hardware.Hart;

/// Puts the counting into one method: what it costs is paid when it begins, turns of loops are
/// added up in a local variable and paid now and then, stack is given back when it ends.
final class MeteredCode implements CodeTransform {
    static final ClassDesc HART = Hart.class.describeConstable().orElseThrow();
    static final MethodTypeDesc OF_INT = MethodTypeDesc.of(CD_void, CD_int);
    static final MethodTypeDesc OF_OBJECT = MethodTypeDesc.of(CD_void, CD_Object);

    private static final MethodTypeDesc ENTER = MethodTypeDesc.of(CD_int, CD_int, CD_int);
    private static final MethodTypeDesc CAUGHT = MethodTypeDesc.of(CD_void, CD_Throwable, CD_int);
    private static final int INCREMENT_MAX = Short.MAX_VALUE;

    private final Costs costs;
    private final MeteredSites sites;

    /// Where exceptions arrive on their way to the handlers.
    private final Map<Label, Label> ways = new LinkedHashMap<>();

    /// Instructions of loops that are still to be paid for.
    private int unpaid;

    /// The stack that was left when the method had begun.
    private int left;

    MeteredCode(Costs costs, MeteredSites sites) {
        this.costs = costs;
        this.sites = sites;
    }

    @Override
    public void atStart(CodeBuilder code) {
        if (costs.firstLine() > 0) {
            code.lineNumber(costs.firstLine());
        }
        code.loadConstant(costs.entry()).loadConstant(costs.words());
        code.invokestatic(HART, "enter", ENTER);
        if (costs.hasHandlers()) {
            left = code.allocateLocal(TypeKind.INT);
            code.istore(left);
        } else {
            code.pop();
        }
        if (costs.hasLoops()) {
            unpaid = code.allocateLocal(TypeKind.INT);
            code.iconst_0().istore(unpaid);
        }
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case LabelTarget target -> {
                code.with(target);
                if (costs.turn(target.label()) > 0) {
                    turn(code, costs.turn(target.label()));
                }
            }
            case ExceptionCatch handler ->
                    code.with(
                            ExceptionCatch.of(
                                    ways.computeIfAbsent(handler.handler(), _ -> code.newLabel()),
                                    handler.tryStart(),
                                    handler.tryEnd(),
                                    handler.catchType()));
            case ReturnInstruction end -> {
                if (costs.hasLoops()) {
                    code.iload(unpaid).invokestatic(HART, "spend", OF_INT);
                }
                code.loadConstant(costs.words()).invokestatic(HART, "leave", OF_INT);
                code.with(end);
            }
            default -> sites.accept(code, element);
        }
    }

    /// Each handler is reached by a way of its own at the end of the method, where nothing catches
    /// what the machine throws into a static initializer that does not end: no handler can cover
    /// the place where it is itself counted.
    @Override
    public void atEnd(CodeBuilder code) {
        ways.forEach((handler, way) -> {
            code.labelBinding(way);
            code.dup().iload(left).invokestatic(HART, "caught", CAUGHT);
            code.goto_(handler);
        });
    }

    private void turn(CodeBuilder code, int cost) {
        if (cost <= INCREMENT_MAX) {
            code.iinc(unpaid, cost);
        } else {
            code.iload(unpaid).loadConstant(cost).iadd().istore(unpaid);
        }
        Label goOn = code.newLabel();
        code.iload(unpaid).sipush(Hart.LOOP_INSTRUCTIONS).if_icmplt(goOn);
        code.iload(unpaid).invokestatic(HART, "spend", OF_INT);
        code.iconst_0().istore(unpaid);
        code.labelBinding(goOn);
    }
}
