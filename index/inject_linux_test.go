//go:build amd64 || arm64

package index

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"
)

// The injection of faults into the file operations of another process: a
// seccomp filter stops the system calls that work on files, and this process
// decides of each whether it goes on or fails (seccomp_unotify(2)). So every
// layer is met as it is: bbolt's, Bleve's and ours.

// fileCalls are the system calls that are stopped.
var fileCalls = []uint32{
	unix.SYS_WRITE, unix.SYS_PWRITE64, unix.SYS_FSYNC, unix.SYS_FDATASYNC, unix.SYS_FTRUNCATE, unix.SYS_FALLOCATE,
	unix.SYS_OPENAT, unix.SYS_MKDIRAT, unix.SYS_UNLINKAT, unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2,
}

// injectFD is the socket over which the process at work gives away its filter.
const injectFD = 3

// yield has the file operations of this process stopped from now on, and gives
// whoever started it the power over them.
func yield() error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	filter := []unix.SockFilter{{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS}} // the number of the call
	for i, nr := range fileCalls {
		filter = append(filter, unix.SockFilter{Code: unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, Jt: uint8(len(fileCalls) - i), K: nr})
	}
	filter = append(filter,
		unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_ALLOW},
		unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_USER_NOTIF})
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return err
	}
	const flags = unix.SECCOMP_FILTER_FLAG_NEW_LISTENER | unix.SECCOMP_FILTER_FLAG_TSYNC | unix.SECCOMP_FILTER_FLAG_TSYNC_ESRCH |
		unix.SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV
	fd, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, flags,
		uintptr(unsafe.Pointer(&unix.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]})))
	if errno != 0 {
		return fmt.Errorf("seccomp: %w", errno)
	}
	return unix.Sendmsg(injectFD, []byte{0}, unix.UnixRights(int(fd)), nil, 0)
}

// notice is struct seccomp_notif: a system call that waits.
type notice struct {
	id         uint64
	pid, flags uint32
	nr         int32
	arch       uint32
	ip         uint64
	args       [6]uint64
}

// verdict is struct seccomp_notif_resp.
type verdict struct {
	id    uint64
	val   int64
	err   int32
	flags uint32
}

// injector makes file operations in the folder dir fail.
type injector struct {
	dir      string
	from, to int  // the numbers, counted from 1, of the operations that fail
	partly   bool // a write that fails writes half first

	seen   int      // operations so far
	failed []string // what was made to fail
	fd     int      // of the filter
	proc   int      // pidfd of the process
	halved string   // the file whose next write fails, as half of the one before did
	work   sync.WaitGroup
}

// startInjected starts a process at work whose operations i decides on.
func startInjected(t *testing.T, order workOrder, i *injector, prepare func(*exec.Cmd)) *process {
	t.Helper()
	pair, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		t.Fatal(err)
	}
	theirs := os.NewFile(uintptr(pair[1]), "filter")
	p := startWork(t, order, prepare, func(c *exec.Cmd) {
		c.ExtraFiles = []*os.File{theirs} // injectFD
		c.Env = append(c.Env, "GODEBUG=asyncpreemptoff=1")
	})
	if err := theirs.Close(); err != nil {
		t.Fatal(err)
	}
	rights := make([]byte, unix.CmsgSpace(4))
	_, n, _, _, err := unix.Recvmsg(pair[0], make([]byte, 1), rights, 0)
	if err := errors.Join(err, unix.Close(pair[0])); err != nil {
		t.Fatal(err)
	}
	messages, err := unix.ParseSocketControlMessage(rights[:n])
	if err != nil || len(messages) == 0 {
		_ = p.Wait()
		t.Skipf("seccomp filters that notify are needed: %v", err)
	}
	fds, err := unix.ParseUnixRights(&messages[0])
	if err != nil {
		t.Fatal(err)
	}
	i.fd = fds[0]
	if i.proc, err = unix.PidfdOpen(p.Process.Pid, 0); err != nil {
		t.Fatal(err)
	}
	i.work.Go(i.serve)
	return p
}

// end waits until the process has ended and nothing more can come.
func (i *injector) end() error {
	i.work.Wait()
	return errors.Join(unix.Close(i.fd), unix.Close(i.proc))
}

// serve decides on every operation until the process has ended.
func (i *injector) serve() {
	for {
		poll := []unix.PollFd{{Fd: int32(i.fd), Events: unix.POLLIN}}
		if _, err := unix.Poll(poll, -1); err != nil && !errors.Is(err, unix.EINTR) || poll[0].Revents&unix.POLLHUP != 0 {
			return
		}
		if poll[0].Revents&unix.POLLIN == 0 {
			continue
		}
		var n notice
		if _, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(i.fd), unix.SECCOMP_IOCTL_NOTIF_RECV, uintptr(unsafe.Pointer(&n))); errno != 0 {
			continue // it was killed meanwhile
		}
		v := i.decide(&n)
		v.id = n.id
		_, _, _ = unix.Syscall(unix.SYS_IOCTL, uintptr(i.fd), unix.SECCOMP_IOCTL_NOTIF_SEND, uintptr(unsafe.Pointer(&v)))
	}
}

func (i *injector) decide(n *notice) verdict {
	goOn := verdict{flags: unix.SECCOMP_USER_NOTIF_FLAG_CONTINUE}
	path := i.path(n)
	if !strings.HasPrefix(path, i.dir) {
		return goOn
	}
	write := n.nr == unix.SYS_WRITE || n.nr == unix.SYS_PWRITE64
	if i.halved == path && write {
		i.halved = ""
		return verdict{err: -int32(unix.ENOSPC)}
	}
	i.seen++
	if i.seen < i.from || i.seen > i.to {
		return goOn
	}
	i.failed = append(i.failed, fmt.Sprintf("%d: call %d of %s", i.seen, n.nr, filepath.Base(path)))
	switch {
	case write && i.partly && n.args[2] > 1:
		if half, err := i.writeHalf(n); err == nil {
			i.halved = path
			return verdict{val: half}
		}
		return verdict{err: -int32(unix.ENOSPC)}
	case write:
		return verdict{err: -int32(unix.ENOSPC)}
	}
	return verdict{err: -int32(unix.EIO)}
}

// path is the file that an operation is about, "" when that is none.
func (i *injector) path(n *notice) string {
	switch n.nr {
	case unix.SYS_OPENAT, unix.SYS_MKDIRAT, unix.SYS_UNLINKAT, unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2:
		name := make([]byte, unix.PathMax)
		got, err := i.memory(n, name, n.args[1])
		if end := bytes.IndexByte(name[:got], 0); end >= 0 {
			return string(name[:end])
		}
		_ = err // a path at the end of a mapping is read in part, and has its end there
		return ""
	}
	path, _ := os.Readlink(fmt.Sprintf("/proc/%d/fd/%d", n.pid, int32(n.args[0])))
	return path
}

// memory reads the process's memory at an address.
func (i *injector) memory(n *notice, into []byte, at uint64) (int, error) {
	f, err := os.Open(fmt.Sprintf("/proc/%d/mem", n.pid))
	if err != nil {
		return 0, err
	}
	defer func() { _ = f.Close() }()
	return f.ReadAt(into, int64(at))
}

// writeHalf does the first half of a write in the process's place.
func (i *injector) writeHalf(n *notice) (int64, error) {
	data := make([]byte, n.args[2]/2)
	if _, err := i.memory(n, data, n.args[1]); err != nil {
		return 0, err
	}
	fd, err := unix.PidfdGetfd(i.proc, int(n.args[0]), 0)
	if err != nil {
		return 0, err
	}
	defer func() { _ = unix.Close(fd) }()
	var did int
	if n.nr == unix.SYS_PWRITE64 {
		did, err = unix.Pwrite(fd, data, int64(n.args[3]))
	} else {
		did, err = unix.Write(fd, data)
	}
	return int64(did), err
}
