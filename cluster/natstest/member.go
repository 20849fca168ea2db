package natstest

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/nats-io/nats-server/v2/server"
)

// Options say how a server runs. As JSON in the environment variable
// NATSTEST_SERVER they make a test binary one: see [Main].
type Options struct {
	Name    string
	Dir     string // of its store and its log; never empty
	Port    int    // for clients, on loopback
	Cluster int    // port for other servers, 0 = it stands alone
	Routes  []int  // such ports of all servers
}

func (o Options) url() string { return fmt.Sprintf("nats://127.0.0.1:%d", o.Port) }

const variable = "NATSTEST_SERVER"

// Main makes this process a server when the environment asks for it, and then
// does not return: a TestMain calls it first. Such a server ends by SIGTERM, or
// when its standard input ends, which it does with the process that started it.
func Main() {
	text := os.Getenv(variable)
	if text == "" {
		return
	}
	var o Options
	err := json.Unmarshal([]byte(text), &o)
	if err == nil {
		err = serve(o)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func serve(o Options) error {
	s, err := Run(o)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintln(os.Stdout, "ready"); err != nil {
		return err
	}
	end := make(chan os.Signal, 1)
	signal.Notify(end, syscall.SIGTERM)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		end <- syscall.SIGTERM
	}()
	<-end
	s.Shutdown()
	s.WaitForShutdown()
	return nil
}

// Run starts a server in this process, and gives it when it takes connections.
func Run(o Options) (*server.Server, error) {
	if o.Dir == "" {
		return nil, errors.New("a server without a folder would keep its data in the system's temporary one, where the next finds it")
	}
	opts := &server.Options{
		ServerName: o.Name, Host: "127.0.0.1", Port: o.Port, NoSigs: true,
		JetStream: true, StoreDir: o.Dir, JetStreamMaxStore: 16 << 30, JetStreamMaxMemory: 256 << 20, DisableJetStreamBanner: true,
		LogFile: filepath.Join(o.Dir, "nats.log"),
	}
	if o.Cluster > 0 {
		opts.Cluster = server.ClusterOpts{Name: "natstest", Host: "127.0.0.1", Port: o.Cluster, NoAdvertise: true, PoolSize: -1}
		for _, port := range o.Routes {
			opts.Routes = append(opts.Routes, &url.URL{Scheme: "nats", Host: fmt.Sprintf("127.0.0.1:%d", port)})
		}
	}
	s, err := server.NewServer(opts)
	if err != nil {
		return nil, err
	}
	s.ConfigureLogger()
	s.Start()
	if !s.ReadyForConnections(patience) {
		s.Shutdown()
		return nil, fmt.Errorf("server %s takes no connections; see %s", o.Name, opts.LogFile)
	}
	return s, nil
}

// member is a server of a cluster. Of here and child at most one is set, when it
// runs.
type member struct {
	options Options
	apart   bool
	here    *server.Server
	child   *exec.Cmd
	input   io.Closer // while it is open, the child runs
}

func (m *member) running() bool { return m.here != nil || m.child != nil }

func (m *member) start() (err error) {
	if m.running() {
		return nil
	}
	if !m.apart {
		m.here, err = Run(m.options)
		return err
	}
	text, err := json.Marshal(m.options)
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), variable+"="+string(text))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	late := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	defer late.Stop()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || line != "ready\n" {
		_ = cmd.Process.Kill()
		return fmt.Errorf("the process says %q: %w", line, errors.Join(err, cmd.Wait()))
	}
	m.child, m.input = cmd, in
	return nil
}

func (m *member) stop(kill bool) error {
	switch {
	case m.here != nil && kill:
		return errors.New("it runs in this process")
	case m.here != nil:
		m.here.Shutdown()
		m.here.WaitForShutdown()
		m.here = nil
	case m.child != nil:
		sig := syscall.SIGTERM
		if kill {
			sig = syscall.SIGKILL
		}
		err := m.child.Process.Signal(sig)
		var exit *exec.ExitError
		if e := m.child.Wait(); !errors.As(e, &exit) {
			err = errors.Join(err, e)
		}
		m.child = nil
		return err
	}
	return nil
}
