package ring3.components.servers.vm;

import java.util.Arrays;

/// The frames of physical memory, and how many pages each of them lies behind.
final class Frames {

    private final int[] users;
    private int free;

    /// No frame below this one is free.
    private int lowest;

    /// The first `taken` of `total` frames have one user each from the start.
    Frames(int total, int taken) {
        users = new int[total];
        Arrays.fill(users, 0, taken, 1);
        free = total - taken;
        lowest = taken;
    }

    /// How many there are.
    int total() {
        return users.length;
    }

    /// How many have no user.
    int free() {
        return free;
    }

    /// Whether more than one page has this frame behind it.
    boolean isShared(int frame) {
        return users[frame] > 1;
    }

    /// One more page has this frame, which is in use, behind it.
    void share(int frame) {
        users[frame]++;
    }

    /// One page less has this frame behind it.
    void release(int frame) {
        if (--users[frame] == 0) {
            free++;
            lowest = Math.min(lowest, frame);
        }
    }

    /// Takes `count` frames, in ascending order: the first piece of that size, or the lowest ones
    /// when there is none. An empty array when there are not so many; what they hold is left over
    /// from others.
    int[] take(int count) {
        if (count > free) {
            return new int[0];
        }
        int[] taken = new int[count];
        int found = 0;
        for (int frame = firstPiece(count); found < count; frame++) {
            if (users[frame] == 0) {
                users[frame] = 1;
                taken[found++] = frame;
            }
        }
        free -= count;
        while (lowest < users.length && users[lowest] != 0) {
            lowest++;
        }
        return taken;
    }

    /// Where the first `count` free frames in a row begin; the lowest free frame when there are
    /// none.
    private int firstPiece(int count) {
        int start = lowest;
        for (int frame = lowest; frame < users.length; frame++) {
            if (users[frame] != 0) {
                start = frame + 1;
            } else if (frame + 1 - start == count) {
                return start;
            }
        }
        return lowest;
    }
}
