// Package name compares names of people as readers write them with names as
// articles print them, for all of the program.
//
//	Compare("Agaoglu", Person{Name: "Kemal Ağaoğlu"}, nil) -> Same
//	Compare("Anna Holm", Person{Name: "Erik Holm"}, nil)   -> Other
//	Compare("the ministry", Person{Name: "Erik Holm"}, nil) -> Unknown
//
// A wrong "Other" is a false accusation, so it is given only for a claim that
// clearly names somebody else; what cannot be resolved is Unknown.
//
// Its files, from the verdict down to the letters:
//
//	compare.go  the verdict
//	fit.go      how well the parts of two names go together
//	read.go     a claim or a name, taken apart
//	part.go     the parts of a name
//	script.go   names of other scripts in Latin letters
//	role.go     claims that tell of an office or a body
//	lexicon.go  titles, particles, given names and their short forms
//	sound.go    what spellings of one name have in common
package name
