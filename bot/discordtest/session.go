package discordtest

import (
	"encoding/json"
	"strconv"
)

// kept is how many events of a session can be replayed to a RESUME.
const kept = 1000

// session is what survives a connection and can be resumed.
type session struct {
	id    string
	shard [2]int
	seq   int64
	past  []packet
	link  *link // nil while disconnected
}

// packet is an event as sent.
type packet struct {
	Type string          `json:"t"`
	Seq  int64           `json:"s"`
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
}

// takes tells whether events of a guild go to this session: shard = (id >> 22) mod count; id "" is a direct message.
func (ses *session) takes(guild string) bool {
	id, _ := strconv.ParseUint(guild, 10, 64)
	return int((id>>22)%uint64(max(1, ses.shard[1]))) == ses.shard[0] //nolint:gosec // both are small
}

// forgot tells whether events after seq are no longer kept.
func (ses *session) forgot(seq int64) bool { return len(ses.past) > 0 && ses.past[0].Seq > seq+1 }

// dispatch numbers an event, keeps it for a RESUME and sends it if the session is connected. Callers hold s.mu.
func (s *Server) dispatch(ses *session, event string, data any) {
	raw, err := json.Marshal(data)
	if err != nil {
		s.t.Errorf("discordtest: event %s: %v", event, err)
		return
	}
	ses.seq++
	p := packet{Type: event, Seq: ses.seq, Data: raw}
	ses.past = append(ses.past, p)
	if len(ses.past) > kept {
		ses.past = append([]packet(nil), ses.past[kept/2:]...)
	}
	if ses.link != nil {
		ses.link.send(p)
	}
}
