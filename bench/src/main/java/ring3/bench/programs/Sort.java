package ring3.bench.programs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Sorts 20,000 numbers by quicksort, which calls itself, and 5,000 by the library, which calls a
/// comparator.
public final class Sort extends Job {
    private static final int NUMBERS = 20_000;
    private static final int LISTED = 5_000;
    private static final int FACTOR = 1_103_515_245;
    private static final int INCREMENT = 12_345;

    private int random = 1;

    @Override
    public int work() {
        int[] numbers = new int[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = next();
        }
        sort(numbers, 0, NUMBERS - 1);
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < LISTED; i++) {
            list.add(next());
        }
        list.sort(Comparator.comparingInt(number -> -number));
        return numbers[0] <= numbers[NUMBERS - 1] && list.getFirst() >= list.getLast() ? 1 : 0;
    }

    private int next() {
        random = random * FACTOR + INCREMENT;
        return random >>> 1;
    }

    /// Quicksort as in the textbooks, of the numbers at `low` to `high`.
    public static void sort(int[] numbers, int low, int high) {
        if (low >= high) {
            return;
        }
        int pivot = numbers[(low + high) >>> 1];
        int left = low;
        int right = high;
        while (left <= right) {
            while (numbers[left] < pivot) {
                left++;
            }
            while (numbers[right] > pivot) {
                right--;
            }
            if (left <= right) {
                int number = numbers[left];
                numbers[left++] = numbers[right];
                numbers[right--] = number;
            }
        }
        sort(numbers, low, right);
        sort(numbers, left, high);
    }
}
