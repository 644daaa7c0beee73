package ring3.kernel.core;

import module java.base;
import module ring3.events;

import ring3.syslib.KernelRequest.Statectl;

/// What a service wants to receive now: each of its filters must let a message pass (minix:
/// kernel/proc.c, allow_ipc_filtered_msg).
public final class Filters {
    /// Filters that one service may have.
    public static final int MAX = 4;

    /// An element of a filter; a source or type that does not count matches all.
    public record Element(int flags, Endpoint source, int type) {
        boolean matches(Proc sender, Message message) {
            return ((flags & Statectl.FILTER_SOURCE) == 0 || names(sender))
                    && ((flags & Statectl.FILTER_TYPE) == 0 || type == message.type());
        }

        private boolean names(Proc sender) {
            Endpoint kind = Statectl.ANY_TSK;
            if (!sender.isTask()) {
                kind = sender.priv.isSystem() ? Statectl.ANY_SYS : Statectl.ANY_USR;
            }
            return source.equals(sender.endpoint) || source.equals(kind);
        }
    }

    private record Filter(boolean white, List<Element> elements) {}

    private final List<Filter> chain = new ArrayList<>(0);

    /// One more filter; false when there are [#MAX].
    public boolean add(boolean white, List<Element> elements) {
        return chain.size() < MAX && chain.add(new Filter(white, elements));
    }

    public void clear() {
        chain.clear();
    }

    boolean isEmpty() {
        return chain.isEmpty();
    }

    boolean admit(Proc sender, Message message) {
        for (int i = 0; i < chain.size(); i++) {
            Filter filter = chain.get(i);
            if (filter.white
                    != filter.elements.stream().anyMatch(e -> e.matches(sender, message))) {
                return false;
            }
        }
        return true;
    }
}
