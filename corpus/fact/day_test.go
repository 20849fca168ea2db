package fact

import "testing"

func TestDay(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2031-02-03T06:00:00+01:00", "2031-02-03"},
		{"20310203", "2031-02-03"},
		{"2031/02/03 10:00", "2031-02-03"},
		{"3 February 2031", "2031-02-03"},
		{"Monday, February 3rd, 2031 at 10:17 am", "2031-02-03"},
		{"Mon Feb 03 15:28:56 CET 2031", "2031-02-03"},
		{"Mon, 03 Feb 2031 11:46:00 +0100", "2031-02-03"},
		{"Sept. 9, 2031", "2031-09-09"},
		{"3. Februar 2031", "2031-02-03"},
		{"Di, 3. Feb. 2031, 10:17 Uhr", "2031-02-03"},
		{"1er mars 2031", "2031-03-01"},
		{"3 de mayo de 2031", "2031-05-03"},
		{"3 lutego 2031", "2031-02-03"},
		{"15 августа 2031, 13:43", "2031-08-15"},
		{"5 мая 2031", "2031-05-05"},
		{"5 Mayıs 2031", "2031-05-05"},
		{"2031年2月3日", "2031-02-03"},
		{"2031년 2월 3일", "2031-02-03"},
		{"2031. március 3.", "2031-03-03"},
		{"2031 m. kovo 31 d.", "2031-03-31"},
		{"3 tháng 2 năm 2031", "2031-02-03"},
		{"3 فبراير 2031", "2031-02-03"},
		{"03.02.2031", "2031-02-03"},
		{"01-11-2031 10:29", "2031-11-01"},
		{"06-08-2031T14:12:32+0200", "2031-08-06"},
		{"25/12/2031", "2031-12-25"},
		{"12/25/2031", "2031-12-25"},
		{"03/02/2031", "03/02/2031"}, // 3 February or 2 March
		{"05:00:00", ""},
		{"10:17 CET", ""},
		{"listopad 2031", "listopad 2031"},
		{"31.02.2031", "31.02.2031"},
		{"spring 2031", "spring 2031"},
		{"a report of 3 February 2031 that the council had long kept to itself", "a report of 3 February 2031 that the council had long kept to itself"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := Day(tt.in); got != tt.want {
			t.Errorf("Day(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDayInLanguage(t *testing.T) {
	tests := []struct{ in, language, want string }{
		{"3 listopada 2031", "pl", "2031-11-03"},
		{"3. listopada 2031.", "hr", "2031-10-03"},
		{"3 listopada 2031", "", ""},
		{"Pubblicato il 03/02/2031", "it", "2031-02-03"},
		{"Published 03/02/2031", "en", ""},
		{"version 1.2.2031.4 of 2 May 2031", "en", "2031-05-02"},
	}
	for _, tt := range tests {
		day, from, to := DayIn(tt.in, tt.language)
		if day != tt.want {
			t.Errorf("DayIn(%q, %q) = %q (%q), want %q", tt.in, tt.language, day, tt.in[from:to], tt.want)
		}
	}
}

func FuzzDayIn(f *testing.F) {
	f.Add("Mon Feb 03 15:28:56 CET 2031", "en")
	f.Add("3 de mayo de 2031, 2031年2月3日 03/02/2031", "es")
	f.Fuzz(func(t *testing.T, s, language string) {
		day, from, to := DayIn(s, language)
		if from < 0 || to > len(s) || from > to || day != "" && (len(day) != 10 || Day(day) != day) {
			t.Fatalf("%q at %d, %d", day, from, to)
		}
	})
}
