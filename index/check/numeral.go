package check

import (
	"strconv"
	"strings"
)

// abroad has the number words of other languages that are one word, by what
// they count: a word that is one of English too, or an article, is left out.
var abroad = func() map[string]float64 {
	m := map[string]float64{}
	for line := range strings.Lines(abroadWords) {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		v, err := strconv.ParseFloat(f[0], 64)
		if err != nil {
			panic(err) // a test reads the same lines
		}
		for _, w := range f[1:] {
			m[w] = v
		}
	}
	return m
}()

// abroadWords are a line each: what is counted, and the words for it in German,
// Russian in its cases, French and Spanish.
const abroadWords = `
2 zwei два две двух двум двумя двое двоих deux dos
3 drei три трёх трех трём трем тремя трое троих trois tres
4 vier четыре четырёх четырех четырём четырем четверо quatre cuatro
5 fünf funf пять пяти пятью пятеро cinq cinco
6 sechs шесть шести шестью шестеро seis
7 sieben семь семи семеро siete
8 acht восемь восьми huit ocho
9 neun девять девяти девятью nueve
10 zehn десять десяти десятью dix diez
11 одиннадцать одиннадцати onze
12 zwölf zwolf двенадцать двенадцати douze doce
13 dreizehn тринадцать тринадцати treize trece
14 vierzehn четырнадцать четырнадцати quatorze catorce
15 fünfzehn funfzehn пятнадцать пятнадцати quinze quince
16 sechzehn шестнадцать шестнадцати seize dieciséis dieciseis
17 siebzehn семнадцать семнадцати diecisiete
18 achtzehn восемнадцать восемнадцати dieciocho
19 neunzehn девятнадцать девятнадцати diecinueve
20 zwanzig двадцать двадцати vingt vingts veinte
21 veintiuno veintiún veintiun veintiuna
22 veintidós veintidos
23 veintitrés veintitres
24 veinticuatro
25 veinticinco
26 veintiséis veintiseis
27 veintisiete
28 veintiocho
29 veintinueve
30 dreißig dreissig тридцать тридцати trente treinta
40 vierzig сорок сорока quarante cuarenta
50 fünfzig funfzig пятьдесят пятидесяти cinquante cincuenta
60 sechzig шестьдесят шестидесяти soixante sesenta
70 siebzig семьдесят семидесяти setenta
80 achtzig восемьдесят восьмидесяти ochenta
90 neunzig девяносто noventa
100 hundert сто ста cien
1000 tausend тысяча тысячи тысяч mille mil
`
