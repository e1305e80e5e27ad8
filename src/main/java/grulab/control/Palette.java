package grulab.control;

import javafx.scene.paint.Color;

/** The colours of a theme, as drawn controls need them; style sheets have the same values as -lab-… tokens. */
@SuppressWarnings("ImmutableEnumChecker") // JavaFX's colours are immutable, though nothing says so
public enum Palette {
    LIGHT(
            "#EEF0F3",
            "#FFFFFF",
            "#F6F7F9",
            "#171C24",
            "#47505E",
            "#616B7A",
            "#838D9C",
            "#D3D8DF",
            "#FFFFFF",
            "#8A5300",
            "#B3261E",
            "#2F3640",
            "#2E66F2",
            "#AD5D00",
            "#7B1B85",
            "#0A7558",
            "#6E1A05",
            ColorMap.of("#FBF8EA #EEF0CF #D3E4BE #A9D2B5 #77B9B1 #4A9AAB #2E779C #1F5483 #152F57"),
            ColorMap.of("#153E90 #3B66B4 #7597CF #B7C9E6 #F7F6F3 #F4CFAE #E59C62 #C96520 #8F3A05")),
    DARK(
            "#0E1116",
            "#171B22",
            "#11151B",
            "#F0F3F7",
            "#BBC3CE",
            "#98A2B0",
            "#6F7A89",
            "#303742",
            "#0B0D11",
            "#F0B44A",
            "#FF8A80",
            "#C9CDD4",
            "#A3C1FF",
            "#D87A14",
            "#B672B9",
            "#3BBA76",
            "#E0D42C",
            ColorMap.of("#1A2029 #1F3345 #234B62 #28667C #35828F #569E9B #85BAA5 #BBD5B4 #F4F0C9"),
            ColorMap.of("#86B6FA #588CDB #3A66A9 #2A4470 #1E232B #5E3A1C #97581C #CC7A28 #F5A95C"));

    /** Stripes over a value that is not finite: magenta and white, in both themes. */
    public static final Color BROKEN = Color.web("#E5007D");

    public final Color app;
    public final Color surface;
    public final Color sunk;
    /** Text, cursor, selection: ink. */
    public final Color ink;

    public final Color text2;
    public final Color text3;
    public final Color border;
    public final Color rule;
    public final Color halo;
    public final Color warn;
    public final Color bad;
    public final Color x;
    public final Color z;
    public final Color r;
    public final Color candidate;
    public final Color h;
    /** Loss and gradient. */
    public final Color loss;
    /** Gates: 0 to 1. */
    public final ColorMap gates;
    /** States: −1 to 1. */
    public final ColorMap states;

    Palette(
            String app,
            String surface,
            String sunk,
            String ink,
            String text2,
            String text3,
            String border,
            String rule,
            String halo,
            String warn,
            String bad,
            String x,
            String z,
            String r,
            String candidate,
            String h,
            String loss,
            ColorMap gates,
            ColorMap states) {
        this.app = Color.web(app);
        this.surface = Color.web(surface);
        this.sunk = Color.web(sunk);
        this.ink = Color.web(ink);
        this.text2 = Color.web(text2);
        this.text3 = Color.web(text3);
        this.border = Color.web(border);
        this.rule = Color.web(rule);
        this.halo = Color.web(halo);
        this.warn = Color.web(warn);
        this.bad = Color.web(bad);
        this.x = Color.web(x);
        this.z = Color.web(z);
        this.r = Color.web(r);
        this.candidate = Color.web(candidate);
        this.h = Color.web(h);
        this.loss = Color.web(loss);
        this.gates = gates;
        this.states = states;
    }
}
