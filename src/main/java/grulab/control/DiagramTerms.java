package grulab.control;

/** One name for each term, whatever it is called where it is pointed at. */
final class DiagramTerms {
    private DiagramTerms() {}

    /** As formulas name it: h̃ rather than n, the dh′ of a line's symbol dh. */
    static String plain(String id) {
        return switch (id) {
            case "n" -> "h̃";
            case "r ⊙ h", "r ⊙ (U_n h + c_n)", "r ⊙ (U_n h)" -> "q";
            case "dn" -> "dh̃";
            case "dh" -> "dh′";
            case "dc" -> "dc′";
            case "da_h" -> "da";
            default -> id;
        };
    }

    static boolean same(String a, String b) {
        return plain(a).equals(plain(b));
    }
}
