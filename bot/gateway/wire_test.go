package gateway

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"testing"
	"time"
)

// script is a connection that reads what it is given and keeps what is written.
type script struct {
	net.Conn
	in  io.Reader
	out bytes.Buffer
}

func (s *script) Read(p []byte) (int, error)       { return s.in.Read(p) }
func (s *script) Write(p []byte) (int, error)      { return s.out.Write(p) }
func (*script) Close() error                       { return nil }
func (*script) SetReadDeadline(t time.Time) error  { return nil }
func (*script) SetWriteDeadline(t time.Time) error { return nil }

const upgrade = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"

// served is a server's frame.
func served(kind byte, payload string) string {
	f := []byte{0x80 | kind}
	switch n := len(payload); {
	case n < 126:
		f = append(f, byte(n))
	case n < 1<<16:
		f = binary.BigEndian.AppendUint16(append(f, 126), uint16(n))
	default:
		f = binary.BigEndian.AppendUint64(append(f, 127), uint64(n))
	}
	return string(f) + payload
}

func TestWireRead(t *testing.T) {
	event := served(frameText, `{"op":0,"t":"READY","s":1,"d":{"op":7}}`)
	large := served(frameText, `{"op":7,"d":"`+string(bytes.Repeat([]byte("x"), 70000))+`"}`)
	for _, tt := range []struct {
		name  string
		after string // what follows one event
		want  error
		seen  string // of it, by discordgo
	}{
		{"reconnect", served(frameText, `{"op":7,"d":null}`) + event, errReconnect, ""},
		{"invalid session", served(frameText, `{"d":false,"op":9}`), invalidSessionError{}, ""},
		{"invalid session, resumable", served(frameText, `{"d":true,"op":9}`), invalidSessionError{resumable: true}, ""},
		{"close", served(frameClose, "\x0f\xa4bad token"), closeError{4004, "bad token"}, ""},
		{"close without a code", served(frameClose, ""), closeError{code: 1005}, ""},
		{"end of the stream", event, nil, event},
		{"a large event is not looked at", large, nil, large},
		{"not JSON", served(frameText, `{`), nil, served(frameText, `{`)},
		{"half a frame", event[:5], io.ErrUnexpectedEOF, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := newWire(&script{in: bytes.NewReader([]byte(upgrade + event + tt.after))}, nil)
			got, err := io.ReadAll(w)
			if !errors.Is(err, tt.want) {
				t.Errorf("error %v, want %v", err, tt.want)
			}
			if want := upgrade + event + tt.seen; string(got) != want {
				t.Errorf("passed on %d bytes %.200q, want %d", len(got), got, len(want))
			}
			if _, err := w.Write([]byte("late")); err != nil {
				t.Errorf("write after the end: %v", err)
			}
		})
	}
}

func TestWireWrite(t *testing.T) {
	identify := mask(frameText, []byte(`{"op":2,"d":{"token":"Bot x","intents":1}}`))
	big := mask(frameText, bytes.Repeat([]byte(" "), 300))
	key := []byte{1, 2, 3, 4}
	masked := append([]byte{0x80 | frameText, 0x80 | 2}, key...)
	masked = append(masked, '{'^1, '}'^2)
	for _, tt := range []struct {
		name   string
		resume *resumption
		frame  []byte
		want   string // payload sent
	}{
		{"identify", nil, identify, `{"op":2,"d":{"token":"Bot x","intents":1}}`},
		{"identify becomes resume", &resumption{"Bot x", "s", 7}, identify, `{"d":{"token":"Bot x","session_id":"s","seq":7},"op":6}`},
		{"heartbeat", &resumption{}, mask(frameText, []byte(`{"op":1,"d":3}`)), `{"op":1,"d":3}`},
		{"longer than 125 bytes", nil, big, string(bytes.Repeat([]byte(" "), 300))},
		{"a real mask", nil, masked, `{}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := &script{}
			w := newWire(c, tt.resume)
			if _, err := w.Write(tt.frame); err != nil {
				t.Fatal(err)
			}
			got, ok := unmask(c.out.Bytes())
			if !ok || string(got) != tt.want {
				t.Errorf("sent %q, want %q", got, tt.want)
			}
			w.end(errLeft, 0)
		})
	}
}

// FuzzWireRead holds that a wire passes on exactly what it read, up to the frame that ends it, and never panics.
func FuzzWireRead(f *testing.F) {
	f.Add([]byte(served(frameText, `{"op":0}`)+served(frameText, `{"op":7}`)), uint8(3))
	f.Add([]byte(served(frameClose, "\x03\xe8")), uint8(1))
	f.Add([]byte(served(frameText, string(make([]byte, 5000)))), uint8(200))
	f.Fuzz(func(t *testing.T, stream []byte, step uint8) {
		in := upgrade + string(stream)
		w := newWire(&script{in: bytes.NewReader([]byte(in))}, nil)
		var got []byte
		buf := make([]byte, int(step)+1)
		for {
			n, err := w.Read(buf)
			got = append(got, buf[:n]...)
			if err != nil {
				break
			}
		}
		if !bytes.HasPrefix([]byte(in), got) {
			t.Errorf("passed on %q of %q", got, in)
		}
		if errors.Is(w.cause, io.EOF) && len(got) != len(in) {
			t.Errorf("passed on %d of %d bytes before the end", len(got), len(in))
		}
	})
}

// FuzzUnmask holds that unmask undoes mask and survives any bytes.
func FuzzUnmask(f *testing.F) {
	f.Add([]byte(`{"op":2}`))
	f.Fuzz(func(t *testing.T, p []byte) {
		unmask(p)
		if len(p) >= 1<<16 {
			return
		}
		if got, ok := unmask(mask(frameText, p)); !ok || !bytes.Equal(got, p) {
			t.Errorf("%q came back as %q", p, got)
		}
	})
}
