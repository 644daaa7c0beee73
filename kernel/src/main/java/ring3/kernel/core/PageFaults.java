package ring3.kernel.core;

import module ring3.events;

import org.jspecify.annotations.Nullable;

/// What happens when memory is not there: vm is told, and whoever needs it waits (minix:
/// kernel/arch/i386/exception.c, kernel/system.c, vm_suspend). Without vm, and in vm itself, a page
/// fault is an exception like any other.
public final class PageFaults {
    private final Core core;

    PageFaults(Core core) {
        this.core = core;
    }

    private @Nullable Proc vmFor(Proc proc) {
        Proc vm = core.procs.find(Endpoint.VM);
        return vm == null || vm == proc || vm.has(Rts.NO_PRIV | Rts.BOOTINHIBIT) ? null : vm;
    }

    /// An instruction of `proc` met memory that is not there. Returns false when nobody can help;
    /// else it must wait, and try again.
    boolean report(Proc proc, int address, boolean write) {
        if (isPhysical(proc, address)) {
            mapPhysical(proc, address, write);
            return true;
        }
        Proc vm = vmFor(proc);
        if (vm == null) {
            return false;
        }
        proc.faultAddress = address;
        VmPagefault message = new VmPagefault(address, write);
        boolean told = core.ipc.send(proc, vm, message, Trap.SEND, true) == Errno.OK;
        core.scheduler.block(proc, told ? Rts.PAGEFAULT : 0);
        return told;
    }

    /// What people are told of a page fault that kills.
    public static String cause(int address) {
        return "page fault at 0x" + Integer.toHexString(address);
    }

    /// Memory of its own, which vm may have protected so as to share it, is vm's to see to.
    private static boolean isPhysical(Proc proc, int address) {
        int frame = proc.memory.frame(address);
        return proc.kernelMode && (frame == 0 || frame == address >>> 12);
    }

    /// In kernel mode all of physical memory is there, each byte at its own address, wherever the
    /// process has nothing of its own. Only who writes where the kernel is has gone too far.
    private boolean mapPhysical(Proc proc, int address, boolean write) {
        int frame = address >>> 12;
        boolean kernels = frame < BootInfo.KERNEL_BYTES >> 12;
        if (frame == 0 || frame >= core.computer.memory().frames() || kernels && write) {
            String what = write ? " wrote to 0x" : " read from 0x";
            String whose = frame == 0 || kernels ? ", which is the kernel's" : ", where nothing is";
            core.processor.panic(proc, proc.name + what + Integer.toHexString(address) + whose);
            return false;
        }
        proc.memory.map(address, frame, !kernels);
        return true;
    }

    /// A kernel call of `caller` met such memory. Returns whether the call is to be made again: in
    /// between, `caller` has waited for vm.
    public boolean await(Proc caller, PageFault fault) {
        if (isPhysical(fault.owner, fault.address)) {
            return mapPhysical(fault.owner, fault.address, fault.write);
        }
        Proc vm = fault.owner == core.procs.find(Endpoint.VM) ? null : vmFor(caller);
        if (vm == null) {
            return false;
        }
        caller.waitsFor = fault;
        caller.denied = false;
        core.scheduler.block(caller, Rts.VMREQUEST);
        core.signals.tell(vm, Signals.SIGKMEM);
        core.processor.leave(caller);
        core.processor.inKernel = true;
        return !caller.denied;
    }

    /// A process whose kernel call waits and that vm has not been told about; null for none.
    public @Nullable PageFault next() {
        for (Proc proc : core.procs.all()) {
            PageFault fault = proc.waitsFor;
            if (fault != null && proc.has(Rts.VMREQUEST)) {
                proc.waitsFor = null;
                return fault;
            }
        }
        return null;
    }

    /// vm has seen to the memory that a kernel call of `caller` waits for, or `denied` it.
    public void finish(Proc caller, boolean denied) {
        caller.denied = denied;
        core.scheduler.unblock(caller, Rts.VMREQUEST);
    }
}
