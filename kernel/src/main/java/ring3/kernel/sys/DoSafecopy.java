package ring3.kernel.sys;

import module ring3.events;

import java.nio.ByteBuffer;
import ring3.kernel.core.*;
import ring3.syslib.KernelReply.Status;
import ring3.syslib.KernelRequest.*;

/// SYS_SAFECOPYFROM and SYS_SAFECOPYTO, many of them (SYS_VSAFECOPY), and SYS_SAFEMEMSET: what the
/// caller does to the memory of another process that was granted to it (minix:
/// kernel/system/do_safecopy.c, do_safememset.c).
final class DoSafecopy {
    static KernelReply from(Core core, Proc caller, Safecopy request) {
        return copy(core, caller, request, false);
    }

    static KernelReply to(Core core, Proc caller, Safecopy request) {
        return copy(core, caller, request, true);
    }

    private static KernelReply copy(Core core, Proc caller, Safecopy request, boolean toGrant) {
        copy(
                core,
                caller,
                request.granter(),
                request.grant(),
                request.offset(),
                request.address(),
                request.bytes(),
                toGrant);
        return Status.OK;
    }

    private static void copy(
            Core core,
            Proc caller,
            Endpoint granter,
            int grant,
            int offset,
            int address,
            int bytes,
            boolean toGrant) {
        int access = toGrant ? GrantTable.WRITE : GrantTable.READ;
        Grants.Target target = core.grants.verify(granter, caller, grant, offset, bytes, access);
        if (toGrant) {
            core.copies.copy(caller, caller, address, target.owner(), target.address(), bytes);
        } else {
            core.copies.copy(caller, target.owner(), target.address(), caller, address, bytes);
        }
        core.grants.used(granter, caller, grant, bytes, toGrant);
    }

    static KernelReply vector(Core core, Proc caller, Vsafecopy request) {
        Check.that(request.elements() >= 0 && request.elements() <= Vsafecopy.ELEMENTS_MAX);
        int bytes = request.elements() * Vsafecopy.ELEMENT_BYTES;
        ByteBuffer vector =
                Tables.littleEndian(core.copies.read(caller, caller, request.address(), bytes));
        while (vector.hasRemaining()) {
            Endpoint source = new Endpoint(vector.getInt());
            Endpoint target = new Endpoint(vector.getInt());
            boolean toGrant = source.equals(Endpoint.SELF);
            Check.that(toGrant || target.equals(Endpoint.SELF));
            int grant = vector.getInt();
            int offset = vector.getInt();
            copy(
                    core,
                    caller,
                    toGrant ? target : source,
                    grant,
                    offset,
                    vector.getInt(),
                    vector.getInt(),
                    toGrant);
        }
        return Status.OK;
    }

    static KernelReply fill(Core core, Proc caller, Safememset request) {
        int bytes = request.bytes();
        Grants.Target target =
                core.grants.verify(
                        request.granter(),
                        caller,
                        request.grant(),
                        request.offset(),
                        bytes,
                        GrantTable.WRITE);
        core.copies.fill(caller, target.owner(), target.address(), bytes, request.pattern());
        core.grants.used(request.granter(), caller, request.grant(), bytes, true);
        return Status.OK;
    }
}
