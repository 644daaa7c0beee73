package ring3.kernel.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ring3.syslib.Endpoint;
import ring3.syslib.Errno;
import ring3.syslib.Message;
import ring3.syslib.Received;
import ring3.syslib.Result;

/// A process of the model.
final class ModelProcess {
    final Endpoint endpoint;
    final ModelPrivilege privilege;

    /// Whom its message waits for, or NONE.
    Endpoint sendsTo = Endpoint.NONE;

    Message message = Result.OK;

    /// Whom it receives from, or NONE. While it sends too, that comes first.
    Endpoint receivesFrom = Endpoint.NONE;

    /// In a SENDREC whose reply has not come.
    boolean inSendrec;

    /// Those whose messages wait for it, oldest first.
    final List<ModelProcess> senders = new ArrayList<>();

    /// What its last trap brought; null while it waits.
    @Nullable Received outcome = Received.failed(Errno.OK);

    ModelProcess(Endpoint endpoint, ModelPrivilege privilege) {
        this.endpoint = endpoint;
        this.privilege = privilege;
    }

    boolean isTask() {
        return endpoint.slot() < 0;
    }

    boolean isSending() {
        return !sendsTo.equals(Endpoint.NONE);
    }

    boolean isReceiving() {
        return !receivesFrom.equals(Endpoint.NONE);
    }

    boolean isReady() {
        return !isTask() && outcome != null;
    }

    Endpoint waitsFor() {
        return isSending() ? sendsTo : receivesFrom;
    }

    boolean takesFrom(Endpoint source) {
        return !isSending() && (receivesFrom.equals(Endpoint.ANY) || receivesFrom.equals(source));
    }

    /// Its trap ends with an error, or with success that brings nothing.
    void end(Errno error) {
        end(Received.failed(error));
    }

    /// Its trap ends.
    void end(Received received) {
        outcome = received;
        sendsTo = Endpoint.NONE;
        receivesFrom = Endpoint.NONE;
        inSendrec = false;
    }
}
