package ring3.syslib;

/// Turns the name of a message class into the name the book uses.
final class MessageLabels {
    private static final ClassValue<String> LABELS =
            new ClassValue<>() {
                @Override
                protected String computeValue(Class<?> type) {
                    return upperSnake(type.getSimpleName());
                }
            };

    private MessageLabels() {}

    static String of(Class<?> type) {
        return LABELS.get(type);
    }

    private static String upperSnake(String camel) {
        StringBuilder label = new StringBuilder(camel.length() + 4);
        for (int i = 0; i < camel.length(); i++) {
            char c = camel.charAt(i);
            if (i > 0 && c >= 'A' && c <= 'Z') {
                label.append('_');
            }
            label.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        return label.toString();
    }
}
