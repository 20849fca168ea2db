package language

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"English", "The harbour will close on Monday, the mayor said, because the ice has come early this year.", "en"},
		{"German", "Der Hafen wird am Montag geschlossen, sagte die Bürgermeisterin, weil das Eis in diesem Jahr früh gekommen ist.", "de"},
		{"French", "Le port sera fermé lundi, a dit la maire, parce que la glace est arrivée tôt cette année dans la région.", "fr"},
		{"Spanish", "El puerto cerrará el lunes, dijo la alcaldesa, porque el hielo ha llegado muy pronto este año a la ciudad.", "es"},
		{"Italian", "Il porto sarà chiuso lunedì, ha detto la sindaca, perché il ghiaccio è arrivato presto e non si può passare.", "it"},
		{"Portuguese", "O porto fecha na segunda-feira, disse a prefeita, porque o gelo chegou cedo este ano e não há navios na cidade.", "pt"},
		{"Dutch", "De haven gaat maandag dicht, zei de burgemeester, omdat het ijs dit jaar vroeg is en er geen boot door kan.", "nl"},
		{"Swedish", "Hamnen stängs på måndag, säger borgmästaren, eftersom isen har kommit tidigt och det inte finns någon båt som kan ta sig fram.", "sv"},
		{"Polish", "Port będzie zamknięty w poniedziałek, powiedziała burmistrz, bo lód przyszedł wcześnie i nie ma już statku, który może przejść przez zatokę.", "pl"},
		{"Romanian", "Portul se va închide luni, a spus primarul, pentru că gheața a venit devreme și nu mai este niciun vapor care să treacă.", "ro"},
		{"Turkish", "Liman pazartesi günü kapanacak, dedi başkan, çünkü buz bu yıl erken geldi ve geçmek için bir gemi daha yok.", "tr"},
		{"Russian", "Гавань закроют в понедельник, сказал мэр, потому что лёд в этом году пришёл рано и для судов это опасно.", "ru"},
		{"Ukrainian", "Гавань закриють у понеділок, сказав мер, бо лід цього року прийшов рано, і для суден це небезпечно.", "uk"},
		{"Greek", "Το λιμάνι θα κλείσει τη Δευτέρα, είπε ο δήμαρχος.", "el"},
		{"Arabic", "سيغلق الميناء يوم الاثنين كما قال العمدة لأن الجليد وصل في وقت مبكر من هذا العام", "ar"},
		{"Hebrew", "הנמל ייסגר ביום שני, אמרה ראש העיר.", "he"},
		{"Chinese", "市长说，港口将于周一关闭，因为今年冰来得早。", "zh"},
		{"Japanese", "市長によると、港は月曜日に閉鎖される。", "ja"},
		{"Korean", "시장은 항구가 월요일에 문을 닫는다고 말했다.", "ko"},
		{"nothing", "", ""},
		{"a word", "Halden", ""},
		{"numbers", "1 2 3 4 5 6 7 8 9 10 2021", ""},
		{"names", "Tess Harrow, Oda Berg, Per Lund, Lia Moss, Bo Rey, Ana Quill, Mira Voss", ""},
		{"two scripts", "The harbour will close. Гавань закроют в понедельник, сказал мэр.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Detect(tt.text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestDetectOfNews names the language of paragraphs written by others.
func TestDetectOfNews(t *testing.T) {
	shared := os.Getenv("VERBATIM_SHARED")
	if shared == "" {
		t.Skip("VERBATIM_SHARED is not set: no news articles to read")
	}
	for _, tt := range []struct{ file, want string }{
		{"xquad-de.jsonl", "de"}, {"xquad-en.jsonl", "en"}, {"xquad-ru.jsonl", "ru"}, {"multirc-news.jsonl", "en"},
	} {
		f, err := os.Open(filepath.Join(shared, "eval/ask", tt.file))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = f.Close() })
		right, wrong, unsure := 0, 0, 0
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 16<<20)
		for lines.Scan() {
			var gold struct{ Paragraphs []string }
			if err := json.Unmarshal(lines.Bytes(), &gold); err != nil {
				t.Fatal(err)
			}
			switch got := Detect(strings.Join(gold.Paragraphs, "\n")); got {
			case tt.want:
				right++
			case "":
				unsure++
			default:
				wrong++
				t.Logf("%s: %q for %.80q", tt.file, got, gold.Paragraphs[0])
			}
		}
		t.Logf("%s: %d right, %d unsure, %d wrong", tt.file, right, unsure, wrong)
		if wrong > 0 || unsure*20 > right {
			t.Errorf("%s: want none wrong and nearly none unsure", tt.file)
		}
	}
}
