package ring3.events;

/// The rule behind a refusal, as the sentence that the lab shows.
public enum Rule {
    UNKNOWN_TRAP("there is no such trap"),
    ANY_ONLY_RECEIVES("only a receive may name any process as its partner"),
    DEAD_ENDPOINT("no living process has that endpoint"),
    SEND_MASK("its privileges do not let it send to that process"),
    TRAP_MASK("its privileges do not include that trap"),
    KERNEL_TASK("kernel tasks take nothing but SENDREC and RECEIVE"),
    DEADLOCK("the processes would wait for each other in a ring"),
    NOT_READY("the receiver does not wait for it, and the caller did not want to wait"),
    PEER_DIED("the process it waited for has died"),
    CALL_MASK("its privileges do not include that kernel call"),
    SYSTEM_PROCESS("only system processes may do that"),
    PORT_RANGE("that port is not in its privileges"),
    PORT_ALIGNMENT("a wide access must begin at a multiple of its width"),
    IRQ_LIST("that interrupt line is not in its privileges"),
    HOOK_OWNER("that interrupt hook belongs to another process"),
    MEMORY_RANGE("that physical memory is not in its privileges"),
    GRANT_UNKNOWN("there is no such grant: it was never made or was taken back"),
    GRANT_NOT_READY("the granter has not told the kernel where its grants are"),
    GRANT_GRANTEE("the grant was made for another process"),
    GRANT_ACCESS("the grant does not allow that kind of access"),
    GRANT_RANGE("the access goes beyond the memory that was granted"),
    GRANT_CHAIN("the grant was passed on too often"),
    GRANT_MAGIC("only the file system server may grant memory of others"),
    SCHEDULER("only its scheduler may schedule a process"),
    SIGNAL_MANAGER("only its signal manager handles the signals of a process"),
    GRANT_NEEDED("memory of another process takes a grant"),
    NO_SUCH_CALL("this kernel has no such call"),
    HAS_PRIVILEGES("the process has its privileges already"),
    NO_PRIVILEGES_YET("the process has no privileges yet"),
    SENDING("the process waits for its message to be taken"),
    NOT_CONTIGUOUS("the memory is not in one piece"),
    NOBODY_WAITS("no kernel call waits for memory"),
    BAD_ADDRESS("there is no memory at that address"),
    BAD_ARGUMENT("the arguments make no sense"),
    NO_ROOM("a table of the kernel or the memory is full");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    /// Whether somebody wanted more than it may, as against something that could not be done.
    public boolean deniesRight() {
        return switch (this) {
            case DEAD_ENDPOINT,
                    DEADLOCK,
                    NOT_READY,
                    PEER_DIED,
                    GRANT_NOT_READY,
                    NO_SUCH_CALL,
                    SENDING,
                    NOT_CONTIGUOUS,
                    NOBODY_WAITS,
                    BAD_ADDRESS,
                    BAD_ARGUMENT,
                    NO_ROOM ->
                    false;
            default -> true;
        };
    }

    /// Why it was refused, to follow "because".
    public String sentence() {
        return sentence;
    }
}
