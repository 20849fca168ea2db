package lexicon

import "strings"

// acronyms are those that stand for a name everywhere, whether or not their
// letters tell: an acronym, then the names, each in forms.
var acronyms = func() map[string][][]string {
	out := map[string][][]string{}
	for line := range strings.SplitSeq(`un united nations
eu european union
uk united kingdom|great britain|britain
u.s united states|united states of america
usa united states|united states of america|u.s
uae united arab emirates
ussr soviet union
nz new zealand
ny new york
nyc new york city|new york
nj new jersey
la los angeles
sf san francisco
hk hong kong
sa south africa|saudi arabia
ksa saudi arabia
png papua new guinea
dprk north korea
drc democratic republic of congo|democratic republic of the congo|congo
car central african republic
prc china
isis islamic state|islamic state of iraq and syria|islamic state in iraq and syria|isil|daesh
isil islamic state|islamic state of iraq and the levant|isis
daesh islamic state|isis
pm prime minister
imf international monetary fund
ecb european central bank
wto world trade organization|world trade organisation
eec european economic community
au african union
ap associated press
dc district of columbia|washington
nhs national health service
ai artificial intelligence
gop republican party|republicans
scotus supreme court
potus president
msf doctors without borders
icc international criminal court
fed federal reserve`, "\n") {
		acronym, names, _ := strings.Cut(line, " ")
		for name := range strings.SplitSeq(names, "|") {
			out[acronym] = append(out[acronym], strings.Fields(name))
		}
	}
	return out
}()

// Names gives the names that an acronym stands for, each in forms; those that
// are ordinary words in small letters only when it was written as an acronym.
func Names(form string, written bool) [][]string {
	switch form {
	case "la", "sa", "pm", "car", "fed", "ap", "au", "ai", "dc", "un":
		if !written {
			return nil
		}
	}
	return acronyms[form]
}

// Acronyms calls yield with each acronym and a name that it stands for.
func Acronyms(yield func(acronym string, name []string)) {
	for a, names := range acronyms {
		for _, n := range names {
			if len(n) > 1 {
				yield(a, n)
			}
		}
	}
}
