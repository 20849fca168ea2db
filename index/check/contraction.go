package check

import "strings"

// written gives the words that a folded word stands for: "isn't" is "is not".
// follows is the next word, by which "he's been" is told from "he's away". The
// apostrophe may be missing where that leaves no other word. A word that is no
// contraction is given back without apostrophes.
func written(w, follows string) [2]string {
	if two, ok := whole[w]; ok {
		return two
	}
	bare := strings.ReplaceAll(w, "'", "")
	if stem, ok := strings.CutSuffix(bare, "nt"); ok && auxiliaries[stem] {
		return [2]string{stem, "not"}
	}
	if bare == w {
		return [2]string{w, ""}
	}
	stem, end, _ := cutLast(w, "'")
	switch end {
	case "ll":
		return [2]string{stem, "will"}
	case "re":
		return [2]string{stem, "are"}
	case "ve":
		return [2]string{stem, "have"}
	case "m":
		return [2]string{stem, "am"}
	case "d":
		if subjects[stem] {
			if participles[follows] {
				return [2]string{stem, "had"}
			}
			return [2]string{stem, "would"}
		}
	case "s":
		if subjects[stem] {
			if participles[follows] {
				return [2]string{stem, "has"}
			}
			return [2]string{stem, "is"}
		}
	}
	return [2]string{bare, ""}
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

var (
	// auxiliaries are what -n't is written onto.
	auxiliaries = set("is are was were do does did has have had would could should might must need ought")

	// whole are contractions that no rule tells.
	whole = map[string][2]string{
		"can't": {"can", "not"}, "cant": {"can", "not"}, "cannot": {"can", "not"}, "won't": {"will", "not"}, "shan't": {"shall", "not"}, "ain't": {"is", "not"}, "aint": {"is", "not"},
		"let's": {"let", "us"}, "its": {"it", "is"}, "im": {"i", "am"}, "ive": {"i", "have"}, "youre": {"you", "are"}, "theyre": {"they", "are"},
		"theyve": {"they", "have"}, "weve": {"we", "have"}, "youve": {"you", "have"}, "thats": {"that", "is"}, "whats": {"what", "is"}, "theres": {"there", "is"},
		"gonna": {"going", "to"}, "wanna": {"want", "to"}, "gotta": {"got", "to"}, "gimme": {"give", "me"}, "lemme": {"let", "me"},
	}

	// subjects are what 's and 'd are short for is, has, would and had behind;
	// behind other words 's is a possessive.
	subjects = set("i you he she it we they that this there here what who where when why how everybody everyone nobody somebody someone anybody everything nothing something")

	// participles tell that the 's before them is has, and 'd had.
	participles = set("been got gotten had become gone done taken given made seen come known happened begun grown better never")
)
