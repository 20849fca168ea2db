package gateway

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// Limits of one connection. Discord's heartbeat interval is 41.25 s.
const (
	ackTimeout   = 15 * time.Second // from a heartbeat to its acknowledgement
	helloTimeout = 20 * time.Second // of silence before HELLO has told the interval
	quietSlack   = 20 * time.Second // of silence beyond the interval
	writeTimeout = 10 * time.Second
	peekLimit    = 4096 // payloads above it are never operations that end a connection
)

// closeResumable is the close code that keeps the session: anything but 1000 and 1001 does.
const (
	closeResumable = 4000
	closeForGood   = 1000
)

// Reasons for the end of a connection, besides [closeError], [invalidSessionError] and errors of the network.
var (
	errReconnect = errors.New("discord asked for a new connection")
	errZombie    = errors.New("discord did not acknowledge a heartbeat")
	errNotReady  = errors.New("discord did not complete the login in time")
	errLeft      = errors.New("the connection was closed on our side")
)

// invalidSessionError is op 9.
type invalidSessionError struct{ resumable bool }

func (e invalidSessionError) Error() string {
	return fmt.Sprintf("discord refused the session (resumable: %t)", e.resumable)
}

// Gateway operations that a wire looks for.
const (
	opHeartbeat = 1
	opIdentify  = 2
	opResume    = 6
	opReconnect = 7
	opInvalid   = 9
	opHello     = 10
	opAck       = 11
)

// resumption is what a RESUME needs.
type resumption struct {
	Token   string `json:"token"`
	Session string `json:"session_id"`
	Seq     int64  `json:"seq"`
}

// wire is the network connection below discordgo, in plain text. It passes on what it does not need to see, and
//
//   - limits the silence, so that a dead connection is noticed,
//   - ends the connection on op 7, op 9 and close frames with the reason in cause, so that discordgo never acts on them,
//   - watches heartbeats and their acknowledgements,
//   - turns IDENTIFY into RESUME when resume is set, as a fresh discordgo.Session can only identify.
//
// discordgo writes each WebSocket frame in one Write.
type wire struct {
	net.Conn
	in     *bufio.Reader
	resume *resumption
	acked  atomic.Int64 // Unix nanoseconds of the last acknowledgement, 0 = none yet
	quiet  atomic.Int64 // allowed silence in nanoseconds

	reached  atomic.Bool // the server has agreed to speak WebSocket
	identify atomic.Bool // an IDENTIFY was sent, or tried to

	upgraded bool   // reader only: the HTTP answer has passed
	out      []byte // reader only: seen and not yet passed on
	rest     uint64 // reader only: bytes of a large payload still to pass

	writing sync.Mutex
	mu      sync.Mutex
	overdue *time.Timer   // runs from a heartbeat to its acknowledgement; nil when none is out
	cause   error         // set once, before done is closed
	done    chan struct{} // the connection is over, or about to be closed
	freed   chan struct{} // discordgo has let go of it
}

func newWire(c net.Conn, resume *resumption) *wire {
	w := &wire{Conn: c, resume: resume, done: make(chan struct{}), freed: make(chan struct{})}
	w.quiet.Store(int64(helloTimeout))
	w.in = bufio.NewReader(impatient{w})
	return w
}

// impatient sets a fresh deadline for every read.
type impatient struct{ w *wire }

func (i impatient) Read(p []byte) (int, error) {
	if err := i.w.SetReadDeadline(time.Now().Add(time.Duration(i.w.quiet.Load()))); err != nil {
		return 0, err
	}
	return i.w.Conn.Read(p)
}

// Read passes on the server's bytes, whole frames at a time as far as they are looked at.
func (w *wire) Read(p []byte) (int, error) {
	n, err := w.read(p)
	if err != nil {
		code := uint16(closeResumable)
		if !w.upgraded {
			code = 0 // there is no WebSocket to close
		}
		w.end(err, code)
		return n, w.cause
	}
	return n, nil
}

func (w *wire) read(p []byte) (int, error) {
	if len(w.out) == 0 && w.rest > 0 {
		n, err := w.in.Read(p[:min(uint64(len(p)), w.rest)])
		w.rest -= uint64(n)
		return n, err
	}
	if len(w.out) == 0 {
		next := w.frame
		if !w.upgraded {
			next = w.header
		}
		if err := next(); err != nil {
			return 0, err
		}
	}
	n := copy(p, w.out)
	w.out = w.out[n:]
	return n, nil
}

// header takes one line of the answer to the WebSocket handshake; an empty line ends it. An answer that does not switch to
// WebSocket ends the connection: what follows it are no frames.
func (w *wire) header() error {
	line, err := w.in.ReadSlice('\n')
	if err != nil {
		return err
	}
	if !w.reached.Load() {
		if status, ok := statusOf(line); ok && status != http.StatusSwitchingProtocols {
			return notUpgraded(status, w.in)
		}
		w.reached.Store(true)
	}
	w.out = append(w.out[:0:0], line...)
	w.upgraded = len(line) <= 2
	return nil
}

// frame takes the next frame, or the header of one too large to matter.
func (w *wire) frame() error {
	head := make([]byte, 2, 10)
	if _, err := io.ReadFull(w.in, head); err != nil {
		return err
	}
	size := uint64(head[1] & 0x7f)
	if wide := map[uint64]int{126: 2, 127: 8}[size]; wide > 0 {
		head = head[:2+wide]
		if err := w.full(head[2:]); err != nil {
			return err
		}
		size = binary.BigEndian.Uint64(append(make([]byte, 8-wide, 8), head[2:]...))
	}
	if size > peekLimit {
		w.out, w.rest = head, size
		return nil
	}
	payload := make([]byte, size)
	if err := w.full(payload); err != nil {
		return err
	}
	w.out = append(head, payload...)
	switch head[0] & 0x0f {
	case frameText:
		return w.hear(payload)
	case frameClose:
		return closing(payload)
	}
	return nil
}

// full fills p; the stream must not end within a frame.
func (w *wire) full(p []byte) error {
	_, err := io.ReadFull(w.in, p)
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// hear acts on a message from Discord; an error ends the connection.
func (w *wire) hear(payload []byte) error {
	var m struct {
		Op   int             `json:"op"`
		Data json.RawMessage `json:"d"`
	}
	_ = json.Unmarshal(payload, &m) // what is not JSON is discordgo's to refuse; op 0 passes
	switch m.Op {
	case opHello:
		var d struct {
			Interval int64 `json:"heartbeat_interval"`
		}
		if json.Unmarshal(m.Data, &d) == nil && d.Interval > 0 {
			w.quiet.Store(int64(time.Duration(d.Interval)*time.Millisecond + quietSlack))
		}
	case opAck:
		w.acknowledged()
	case opReconnect:
		return errReconnect
	case opInvalid:
		return invalidSessionError{resumable: string(m.Data) == "true"}
	}
	return nil
}

func (w *wire) acknowledged() {
	w.acked.Store(time.Now().UnixNano())
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.overdue != nil {
		w.overdue.Stop()
		w.overdue = nil
	}
}

// Write passes on the client's bytes. After the end it takes everything and sends nothing: an error would let discordgo's
// heartbeat close whatever connection its session has by then.
func (w *wire) Write(p []byte) (int, error) {
	w.writing.Lock()
	defer w.writing.Unlock()
	select {
	case <-w.done:
		return len(p), nil
	default:
	}
	send := p
	if text, ok := unmask(p); ok {
		send = w.say(p, text)
	}
	if p[0] == 0x80|frameClose {
		w.end(errLeft, 0)
		return len(p), nil
	}
	if err := w.SetWriteDeadline(time.Now().Add(writeTimeout)); err != nil {
		return 0, err
	}
	if _, err := w.Conn.Write(send); err != nil {
		w.end(err, 0)
	}
	return len(p), nil
}

// say looks at a message to Discord and returns the frame to send.
func (w *wire) say(frame, text []byte) []byte {
	var m struct {
		Op int `json:"op"`
	}
	if json.Unmarshal(text, &m) != nil {
		return frame
	}
	switch {
	case m.Op == opHeartbeat:
		w.mu.Lock()
		if w.overdue == nil {
			w.overdue = time.AfterFunc(ackTimeout, func() { w.end(errZombie, closeResumable) })
		}
		w.mu.Unlock()
	case m.Op == opIdentify && w.resume == nil:
		w.identify.Store(true)
	case m.Op == opIdentify:
		raw, err := json.Marshal(map[string]any{"op": opResume, "d": w.resume})
		if err == nil {
			return mask(frameText, raw)
		}
	}
	return frame
}

// end closes the connection for a reason, once; later reasons are dropped. A code above 0 is sent in a close frame, unless
// a write is under way.
func (w *wire) end(cause error, code uint16) {
	w.mu.Lock()
	first := w.cause == nil
	if first {
		w.cause = cause
		close(w.done)
		if w.overdue != nil {
			w.overdue.Stop()
		}
	}
	w.mu.Unlock()
	if !first {
		return
	}
	if code > 0 && w.writing.TryLock() {
		_ = w.SetWriteDeadline(time.Now().Add(time.Second))
		_, _ = w.Conn.Write(mask(frameClose, binary.BigEndian.AppendUint16(nil, code)))
		w.writing.Unlock()
	}
	_ = w.Conn.Close()
}

// Close is discordgo letting go of the connection.
func (w *wire) Close() error {
	w.end(errLeft, 0)
	w.mu.Lock()
	defer w.mu.Unlock()
	select {
	case <-w.freed:
	default:
		close(w.freed)
	}
	return nil
}

// WebSocket frame types, RFC 6455 section 5.2.
const (
	frameText  = 1
	frameClose = 8
)

// closing is the reason in a close frame; a frame without a code counts as 1005, as RFC 6455 has it.
func closing(payload []byte) error {
	if len(payload) < 2 {
		return closeError{code: 1005}
	}
	return closeError{code: int(binary.BigEndian.Uint16(payload)), text: string(payload[2:])}
}

// unmask returns the payload of a client's complete text frame of at most 64 KiB, false for anything else.
func unmask(p []byte) ([]byte, bool) {
	if len(p) < 6 || p[0] != 0x80|frameText || p[1]&0x80 == 0 {
		return nil, false
	}
	size, at := int(p[1]&0x7f), 2
	switch size {
	case 126:
		if len(p) < 8 {
			return nil, false
		}
		size, at = int(binary.BigEndian.Uint16(p[2:])), 4
	case 127:
		return nil, false
	}
	if len(p) != at+4+size {
		return nil, false
	}
	text := make([]byte, size)
	for i, b := range p[at+4:] {
		text[i] = b ^ p[at+i%4]
	}
	return text, true
}

// mask makes a client's frame with a payload of at most 64 KiB. The mask is zero: it guards caches in the middle, not
// secrets, and the payload is ours.
func mask(kind byte, payload []byte) []byte {
	f := []byte{0x80 | kind, 0x80}
	if n := len(payload); n < 126 {
		f[1] |= byte(n) //nolint:gosec // below 126
	} else {
		f[1] |= 126
		f = binary.BigEndian.AppendUint16(f, uint16(n)) //nolint:gosec // bounded by the caller
	}
	return append(append(f, 0, 0, 0, 0), payload...)
}
