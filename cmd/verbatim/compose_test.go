package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"go.yaml.in/yaml/v3"

	"github.com/verbatim-bot/verbatim/config"
)

// composed is compose.cluster.yaml.
type composed struct {
	Nats     map[string]any `yaml:"x-nats"`
	Verbatim map[string]any `yaml:"x-verbatim"`
	Services map[string]struct {
		Build       string            `yaml:"build"`
		Image       string            `yaml:"image"`
		Command     []string          `yaml:"command"`
		Hostname    string            `yaml:"hostname"`
		Restart     string            `yaml:"restart"`
		Grace       time.Duration     `yaml:"stop_grace_period"`
		EnvFile     string            `yaml:"env_file"`
		Environment map[string]string `yaml:"environment"`
		Volumes     []string          `yaml:"volumes"`
		Networks    []string          `yaml:"networks"`
		ReadOnly    bool              `yaml:"read_only"`
		Tmpfs       []string          `yaml:"tmpfs"`
		CapDrop     []string          `yaml:"cap_drop"`
		Security    []string          `yaml:"security_opt"`
		Memory      string            `yaml:"mem_limit"`
		DependsOn   map[string]any    `yaml:"depends_on"`
		Health      struct {
			Test     []string      `yaml:"test"`
			Interval time.Duration `yaml:"interval"`
			Timeout  time.Duration `yaml:"timeout"`
			Start    time.Duration `yaml:"start_period"`
		} `yaml:"healthcheck"`
	} `yaml:"services"`
	Networks map[string]struct {
		Internal bool `yaml:"internal"`
	} `yaml:"networks"`
	Volumes map[string]any `yaml:"volumes"`
}

// readComposed gives the file, and its NATS servers and bots by name.
func readComposed(t *testing.T) (file composed, servers, bots []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(rootDir, "compose.cluster.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&file); err != nil {
		t.Fatal(err)
	}
	for name, s := range file.Services {
		if s.Build == "" {
			servers = append(servers, name)
		} else {
			bots = append(bots, name)
		}
	}
	slices.Sort(servers)
	slices.Sort(bots)
	return file, servers, bots
}

// TestComposeCluster reads what compose.cluster.yaml and contrib/nats.conf say to
// each other, to NATS and to the bot.
func TestComposeCluster(t *testing.T) {
	file, servers, bots := readComposed(t)
	if len(servers) != 3 || len(bots) != 2 {
		t.Fatalf("servers %v, bots %v", servers, bots)
	}
	conf := filepath.Join(rootDir, "contrib", "nats.conf")
	o, err := server.ProcessConfigFile(conf)
	if err != nil {
		t.Fatal(err)
	}
	if !o.JetStream || o.StoreDir != "/data" || !o.SyncAlways || o.Cluster.Name == "" || o.HTTPHost != "127.0.0.1" || o.HTTPPort != 8222 {
		t.Errorf("%s: %+v", conf, o)
	}
	var routes, addresses []string
	for _, r := range o.Routes {
		routes = append(routes, r.Hostname())
		if r.Port() != "6222" || o.Cluster.Port != 6222 {
			t.Errorf("route %s to port %d", r, o.Cluster.Port)
		}
	}
	if !slices.Equal(routes, servers) {
		t.Errorf("routes %v, want %v", routes, servers)
	}
	for _, name := range servers {
		s := file.Services[name]
		addresses = append(addresses, "nats://"+name+":4222")
		if !slices.Equal(s.Command, []string{"--config", "/nats.conf", "--name", name}) || !slices.Contains(s.Volumes, name+":/data") || !slices.Contains(s.Volumes, "./contrib/nats.conf:/nats.conf:ro") {
			t.Errorf("%s: %+v", name, s)
		}
		if !slices.Equal(s.Networks, []string{"shared"}) || len(s.Health.Test) == 0 || !strings.HasPrefix(s.Image, "nats:2.15.") {
			t.Errorf("%s: %+v", name, s)
		}
	}
	for _, name := range bots {
		s := file.Services[name]
		if s.Environment["VERBATIM_NATS"] != strings.Join(addresses, ",") || s.EnvFile != ".env" || s.Hostname != name || s.Build != "." {
			t.Errorf("%s: %+v", name, s)
		}
		if !slices.Contains(s.Volumes, name+":"+s.Environment["VERBATIM_DATA"]) || !slices.Contains(s.Volumes, "./articles:"+s.Environment["VERBATIM_ARTICLES"]+":ro") {
			t.Errorf("%s: the volumes %v are not where %v says", name, s.Volumes, s.Environment)
		}
		for _, n := range servers {
			if s.DependsOn[n] == nil {
				t.Errorf("%s does not wait for %s", name, n)
			}
		}
		environ := maps.Clone(s.Environment)
		delete(environ, "VERBATIM_ARTICLES") // a folder there, not here
		if _, err := config.Load(environ); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, s := range file.Services {
		if _, ok := file.Volumes[name]; !ok || s.Restart != "unless-stopped" || s.Grace != 30*time.Second || !s.ReadOnly || !slices.Contains(s.CapDrop, "ALL") {
			t.Errorf("%s: %+v", name, s)
		}
		for _, n := range s.Networks {
			if _, ok := file.Networks[n]; !ok {
				t.Errorf("%s is in no network %s", name, n)
			}
		}
	}
	if !file.Networks["shared"].Internal {
		t.Error("the network of the servers is open")
	}
}
