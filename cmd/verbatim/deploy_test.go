package main

import (
	"bufio"
	"bytes"
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/verbatim-bot/verbatim/bot/discord"
	"github.com/verbatim-bot/verbatim/config"
)

// instruction is one of a Dockerfile: its word and its arguments.
type instruction struct {
	word, args string
}

// dockerfile reads the instructions of the Dockerfile, stage by stage.
func dockerfile(t *testing.T) [][]instruction {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(rootDir, "Dockerfile"))
	if err != nil {
		t.Fatal(err)
	}
	var stages [][]instruction
	lines := bufio.NewScanner(bytes.NewReader(bytes.ReplaceAll(data, []byte("\\\n"), []byte(" "))))
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		word, args, _ := strings.Cut(line, " ")
		known := []string{"FROM", "RUN", "WORKDIR", "COPY", "ARG", "ENV", "USER", "VOLUME", "HEALTHCHECK", "ENTRYPOINT", "CMD"}
		if !slices.Contains(known, word) {
			t.Fatalf("Dockerfile: %q", line)
		}
		if word == "FROM" {
			stages = append(stages, nil)
		}
		if len(stages) == 0 {
			t.Fatalf("Dockerfile: %q comes before FROM", line)
		}
		last := len(stages) - 1
		stages[last] = append(stages[last], instruction{word, strings.Join(strings.Fields(args), " ")})
	}
	return stages
}

// args gives the arguments of every instruction with the word.
func args(stage []instruction, word string) []string {
	var all []string
	for _, i := range stage {
		if i.word == word {
			all = append(all, i.args)
		}
	}
	return all
}

func TestDockerfile(t *testing.T) {
	stages := dockerfile(t)
	if len(stages) != 2 {
		t.Fatalf("%d stages, want 2", len(stages))
	}
	build, image := stages[0], stages[1]
	for _, c := range []struct {
		word string
		want []string
	}{
		{"FROM", []string{"scratch"}},
		{"USER", []string{"65532:65532"}},
		{"VOLUME", []string{"/data"}},
		{"ENTRYPOINT", []string{`["/verbatim"]`}},
		{"CMD", []string{`["bot"]`}},
		{"RUN", nil}, // there is nothing to run on scratch
	} {
		if got := args(image, c.word); !slices.Equal(got, c.want) {
			t.Errorf("%s = %q, want %q", c.word, got, c.want)
		}
	}
	copies := strings.Join(args(image, "COPY"), "\n")
	for _, file := range []string{"ca-certificates.crt", "zoneinfo.zip", "/out/verbatim", "--chown=65532:65532 /out/data /data"} {
		if !strings.Contains(copies, file) {
			t.Errorf("the image lacks %s", file)
		}
	}
	if h := args(image, "HEALTHCHECK"); len(h) != 1 || !strings.HasSuffix(h[0], `CMD ["/verbatim", "healthcheck"]`) {
		t.Errorf("HEALTHCHECK = %q", h)
	}
	for _, c := range args(build, "COPY") {
		for _, from := range strings.Fields(c)[:len(strings.Fields(c))-1] {
			if _, err := os.Stat(filepath.Join(rootDir, from)); err != nil {
				t.Errorf("COPY %s: %v", c, err)
			}
		}
	}
	// The settings in it are right ones.
	environ := map[string]string{}
	for e := range strings.FieldsSeq(strings.Join(args(image, "ENV"), " ")) {
		name, value, _ := strings.Cut(e, "=")
		environ[name] = value
	}
	c, err := config.Load(environ)
	if err != nil || c.Data != "/data" || c.HTTP == "" {
		t.Errorf("ENV %v: %+v, %v", environ, c, err)
	}
	goVersion := regexp.MustCompile(`(?m)^go (1\.\d+)`)
	mod, err := os.ReadFile(filepath.Join(rootDir, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "golang:" + string(goVersion.FindSubmatch(mod)[1]) + "-alpine AS build"; args(build, "FROM")[0] != want {
		t.Errorf("FROM %s, want %s", args(build, "FROM")[0], want)
	}
}

// TestDockerBuild runs the command with which the Dockerfile builds, and looks
// at what comes out.
func TestDockerBuild(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the whole program with the flags of a release")
	}
	if runtime.GOOS != "linux" {
		t.Skip("the image is for Linux")
	}
	var command string
	for _, c := range args(dockerfile(t)[0], "RUN") {
		if strings.Contains(c, "go build") {
			command = c
		}
	}
	if command == "" {
		t.Fatal("the Dockerfile does not build")
	}
	out := t.TempDir()
	sh := exec.CommandContext(t.Context(), "sh", "-c", strings.ReplaceAll(command, "/out/", out+"/"))
	sh.Dir, sh.Env = rootDir, append(os.Environ(), "VERSION=v9.8.7")
	if text, err := sh.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", command, err, text)
	}
	binary := filepath.Join(out, "verbatim")
	f, err := elf.Open(binary)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range f.Progs {
		if p.Type == elf.PT_INTERP {
			t.Error("the binary is not static: it would not start on scratch")
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := exec.CommandContext(t.Context(), binary, "version").Output()
	if err != nil || !strings.HasPrefix(string(text), "verbatim v9.8.7, ") {
		t.Errorf("version = %q, %v", text, err)
	}
	info, err := os.Stat(binary)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%.1f MB", float64(info.Size())/1e6)
}

func TestCompose(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(rootDir, "compose.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Services map[string]struct {
			Build       string            `yaml:"build"`
			Image       string            `yaml:"image"`
			Restart     string            `yaml:"restart"`
			Grace       time.Duration     `yaml:"stop_grace_period"`
			EnvFile     string            `yaml:"env_file"`
			Environment map[string]string `yaml:"environment"`
			Volumes     []string          `yaml:"volumes"`
			ReadOnly    bool              `yaml:"read_only"`
			Tmpfs       []string          `yaml:"tmpfs"`
			CapDrop     []string          `yaml:"cap_drop"`
			Security    []string          `yaml:"security_opt"`
			Memory      string            `yaml:"mem_limit"`
		} `yaml:"services"`
		Volumes map[string]any `yaml:"volumes"`
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&file); err != nil {
		t.Fatal(err)
	}
	s, ok := file.Services["verbatim"]
	if !ok || len(file.Services) != 1 {
		t.Fatalf("services = %v", file.Services)
	}
	if s.Restart != "unless-stopped" || s.Grace != 30*time.Second || !s.ReadOnly || s.EnvFile != ".env" || !slices.Contains(s.CapDrop, "ALL") {
		t.Errorf("service = %+v", s)
	}
	if _, ok := file.Volumes["data"]; !ok || !slices.Contains(s.Volumes, "data:"+s.Environment["VERBATIM_DATA"]) {
		t.Errorf("the records are in no volume: %+v", s)
	}
	if !slices.Contains(s.Volumes, "./articles:"+s.Environment["VERBATIM_ARTICLES"]+":ro") {
		t.Errorf("the house articles are not mounted: %v", s.Volumes)
	}
}

// TestReadmeBuilds checks that whoever builds as the README says gets the
// static binary that it promises.
func TestReadmeBuilds(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(rootDir, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "    ") && strings.Contains(line, "go build") {
			n++
			if !strings.HasPrefix(line, "    CGO_ENABLED=0 go build ") {
				t.Errorf("not static: %s", line)
			}
		}
	}
	if n == 0 {
		t.Error("the README does not say how to build")
	}
}

// TestSettingsTold checks that README.md and .env.example tell every setting
// with its default, in the words of config.
func TestSettingsTold(t *testing.T) {
	read := func(name string) string {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(rootDir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	readme, example := read("README.md"), read(".env.example")
	for _, s := range (config.Config{}).Settings() {
		value := ""
		if s.Default != "" {
			value = "`" + s.Default + "`"
		}
		row := "| `" + s.Name + "` | " + value + " | " + s.Doc + " | " + s.Give + " |\n"
		if !strings.Contains(readme, row) {
			t.Errorf("README.md lacks the row\n%s", row)
		}
		if entry := "# " + s.Doc + ".\n# Give " + s.Give + ".\n#" + s.Name + "=" + s.Default + "\n"; !strings.Contains(example, entry) {
			t.Errorf(".env.example lacks\n%s", entry)
		}
	}
	for _, name := range regexp.MustCompile(`\b(VERBATIM|DISCORD)_[A-Z_]+\b`).FindAllString(readme+example, -1) {
		if !slices.ContainsFunc((config.Config{}).Settings(), func(s config.Setting) bool { return s.Name == name }) {
			t.Errorf("%s is told of and does not exist", name)
		}
	}
	if !strings.Contains(readme, strings.TrimPrefix(discord.Invite(""), "https://discord.com/oauth2/authorize?client_id=")) {
		t.Errorf("README.md has another invite link than %s", discord.Invite("ID"))
	}
	// The file must be one that the program can read.
	environ, err := config.Environment(nil, filepath.Join(rootDir, ".env.example"))
	if err != nil || len(environ) != 0 {
		t.Errorf(".env.example: %v, %v", environ, err)
	}
}
