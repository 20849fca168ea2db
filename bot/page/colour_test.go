package page

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// rgb is a colour as light: linear, 0 to 1.
type rgb [3]float64

func colourOf(t *testing.T, hex string) rgb {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	var c rgb
	for i := range c {
		v := float64(n>>(16-8*i)&255) / 255
		if v <= .04045 {
			c[i] = v / 12.92
		} else {
			c[i] = math.Pow((v+.055)/1.055, 2.4)
		}
	}
	return c
}

// contrast is that of WCAG 2, 1 to 21.
func contrast(a, b rgb) float64 {
	light := func(c rgb) float64 { return .2126*c[0] + .7152*c[1] + .0722*c[2] }
	x, y := light(a), light(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

// eyes are matrices on linear light, of Machado, Oliveira and Fernandes, A
// Physiologically-based Model for Simulation of Color Vision Deficiency (2009),
// for the strongest of each kind.
var eyes = map[string][3][3]float64{
	"most people":  {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}},
	"deuteranopia": {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}},
	"tritanopia":   {{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}},
}

// lab is a colour as eyes of a kind see it, in CIELAB.
func lab(c rgb, eye [3][3]float64) [3]float64 {
	var l rgb
	for i := range l {
		l[i] = max(0, min(1, eye[i][0]*c[0]+eye[i][1]*c[1]+eye[i][2]*c[2]))
	}
	f := func(t float64) float64 {
		if t > .008856 {
			return math.Cbrt(t)
		}
		return 7.787*t + 16./116
	}
	x := f((.4124*l[0] + .3576*l[1] + .1805*l[2]) / .95047)
	y := f(.2126*l[0] + .7152*l[1] + .0722*l[2])
	z := f((.0193*l[0] + .1192*l[1] + .9505*l[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// apart is how far two colours are from each other for eyes of a kind: below
// 2.3 nobody sees a difference.
func apart(a, b rgb, eye [3][3]float64) float64 {
	x, y := lab(a, eye), lab(b, eye)
	return math.Hypot(math.Hypot(x[0]-y[0], x[1]-y[1]), x[2]-y[2])
}

// palettes are the custom properties of the stylesheet, light and dark.
func palettes(t *testing.T) map[string]map[string]rgb {
	t.Helper()
	css, err := assets.ReadFile("assets/page.css")
	if err != nil {
		t.Fatal(err)
	}
	light, rest, ok := strings.Cut(string(css), "@media (prefers-color-scheme: dark)")
	dark, _, ends := strings.Cut(rest, "* { box-sizing")
	if !ok || !ends {
		t.Fatal("the stylesheet begins otherwise")
	}
	out := map[string]map[string]rgb{}
	for name, part := range map[string]string{"light": light, "dark": dark} {
		out[name] = map[string]rgb{}
		for _, m := range regexp.MustCompile(`--([a-z0-9]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(part, -1) {
			out[name][m[1]] = colourOf(t, m[2])
		}
	}
	if len(out["light"]) < 25 || len(out["light"]) != len(out["dark"]) {
		t.Fatalf("%d colours in light, %d in dark", len(out["light"]), len(out["dark"]))
	}
	return out
}

func tints(speakers []string) (out []string) {
	for _, s := range speakers {
		out = append(out, "t"+s)
	}
	return out
}

// TestColours measures the colours: words are readable on each, lines are seen
// on what they stand on, and speakers are told apart by eyes of every kind. What
// axe does not look at is looked at here: highlights and lines.
func TestColours(t *testing.T) {
	for scheme, c := range palettes(t) {
		reads := func(least float64, ink, paper string) {
			t.Helper()
			if got := contrast(c[ink], c[paper]); got < least {
				t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", scheme, ink, paper, got, least)
			}
		}
		for _, paper := range []string{"paper", "box", "ins", "del"} {
			reads(7, "ink", paper)
		}
		reads(7, "markink", "mark")
		for _, ink := range []string{"faint", "link"} {
			reads(4.5, ink, "paper")
			reads(4.5, ink, "box")
		}
		reads(3, "markline", "paper")
		var speakers []string
		for i := range colours {
			speakers = append(speakers, fmt.Sprint(i))
		}
		for _, s := range append(speakers, "x") {
			reads(7, "ink", "t"+s)
			reads(3, "c"+s, "paper")
			reads(2.5, "c"+s, "t"+s)
		}
		for eye, matrix := range eyes {
			for i, a := range speakers {
				for _, b := range speakers[:i] {
					if d := apart(c["c"+a], c["c"+b], matrix); d < 20 {
						t.Errorf("%s, %s: the colours %s and %s are %.1f apart, want 20", scheme, eye, b, a, d)
					}
				}
			}
			for _, paper := range append([]string{"paper", "tx"}, tints(speakers)...) {
				if d := apart(c["mark"], c[paper], matrix); d < 15 {
					t.Errorf("%s, %s: a citation is %.1f from %s", scheme, eye, d, paper)
				}
			}
		}
	}
}
