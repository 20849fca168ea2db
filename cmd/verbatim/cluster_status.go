package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/verbatim-bot/verbatim/cluster"
	"github.com/verbatim-bot/verbatim/cluster/journal"
	"github.com/verbatim-bot/verbatim/cluster/lease"
	"github.com/verbatim-bot/verbatim/config"
)

func newClusterStatus(std streams) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "status",
		Short: "Show the processes, their shards, how far they follow, and what NATS keeps",
		Long: `Status shows the processes that share the articles, which shards each has, how many
acts each has still to take over, and what the NATS servers keep. It ends with 3
when too few NATS servers are there to keep anything.`,
		Args: cobra.NoArgs,
		RunE: atNATS(std, func(ctx context.Context, _ config.Config, conn *cluster.Conn, _ []string) error {
			s, err := readStatus(ctx, conn)
			if err != nil {
				return err
			}
			if asJSON {
				return json.NewEncoder(std.out).Encode(s)
			}
			return s.print(std)
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object, for programs")
	return c
}

// clusterStatus is how the processes and their servers are. As JSON it is for
// other programs: fields may be added, none renamed.
type clusterStatus struct {
	Server    string          `json:"server"` // that answered
	Quorum    bool            `json:"quorum"`
	Shards    int             `json:"shards"` // of the bot; 0 = no process has begun
	Held      int             `json:"held"`   // of them
	Acts      uint64          `json:"acts"`   // number of the newest one
	Processes []processStatus `json:"processes"`
	Jobs      []jobStatus     `json:"jobs"`
	Streams   []streamStatus  `json:"streams"`
	Notes     []string        `json:"notes"` // what is not as it should be
}

type processStatus struct {
	ID      string    `json:"id"`
	Name    string    `json:"name"`
	Version string    `json:"version"`
	Since   time.Time `json:"since"`
	Shards  []int     `json:"shards"`
	Age     float64   `json:"age_seconds"` // since it was last heard of
	Lag     uint64    `json:"lag"`         // acts that it has still to take over
	Records int       `json:"records"`     // servers whose records it has
	Waiting []string  `json:"waiting"`     // servers that wait for a newer program
	Rebuilt int       `json:"rebuilt"`     // records made anew, as they were not those of the log
	House   string    `json:"house"`       // what tells its folder of house articles from others
}

type jobStatus struct {
	Job  string `json:"job"`
	Name string `json:"name"` // of the process that does it
}

type streamStatus struct {
	Name     string `json:"name"`
	Messages uint64 `json:"messages"`
	Bytes    uint64 `json:"bytes"`
	Replicas int    `json:"replicas"`
	Current  int    `json:"current"` // replicas that have everything
	Leader   string `json:"leader"`
}

// readStatus asks the servers.
func readStatus(ctx context.Context, conn *cluster.Conn) (clusterStatus, error) {
	h := conn.Health(ctx)
	s := clusterStatus{Server: h.Server, Quorum: h.Quorum, Processes: []processStatus{}, Jobs: []jobStatus{}, Streams: []streamStatus{}, Notes: []string{}}
	if !h.Quorum {
		return s, fmt.Errorf("NATS: %s", h.Why)
	}
	streams, err := conn.Streams(ctx, "VERBATIM_")
	if err != nil {
		return s, err
	}
	for _, st := range streams {
		s.Streams = append(s.Streams, streamOf(st))
		switch {
		case st.Leader == "":
			s.Notes = append(s.Notes, st.Name+" has no leader: nothing can be kept in it")
		case st.Current < st.Replicas:
			s.Notes = append(s.Notes, fmt.Sprintf("%s: %d of %d replicas have everything", st.Name, st.Current, st.Replicas))
		}
		if st.Name == journal.Stream {
			s.Acts = st.Last
		}
	}
	who, err := lease.Read(ctx, conn.JetStream)
	if err != nil {
		return s, fmt.Errorf("the processes: %w", err)
	}
	s.Shards, s.Held = who.Shards, len(who.Held)
	for _, j := range who.Jobs {
		s.Jobs = append(s.Jobs, jobStatus{j.Job, j.Name})
	}
	s.add(who.Processes)
	return s, nil
}

func streamOf(s cluster.Stream) streamStatus {
	return streamStatus{s.Name, s.Messages, s.Bytes, s.Replicas, s.Current, s.Leader}
}

// add lists the processes, and what is wrong with them.
func (s *clusterStatus) add(all []lease.Process) {
	folders := map[string][]string{}
	for _, p := range all {
		var says saying
		_ = json.Unmarshal(p.Says, &says) // of another version: what it says stays unknown
		r := processStatus{
			ID: p.ID, Name: p.Name, Version: p.Version, Since: p.Since, Shards: p.Shards, Age: p.Age.Seconds(),
			Records: says.Held, Waiting: says.Waiting, Rebuilt: says.Rebuilt, House: says.House.Digest,
		}
		if s.Acts > says.Position {
			r.Lag = s.Acts - says.Position
		}
		if r.Shards == nil {
			r.Shards = []int{}
		}
		if r.Waiting == nil {
			r.Waiting = []string{}
		}
		if len(r.Waiting) > 0 {
			s.Notes = append(s.Notes, fmt.Sprintf("%s: servers wait for a newer version of this program: %s", p.Name, strings.Join(r.Waiting, ", ")))
		}
		if says.House.Digest != "" && time.Since(says.House.Since) >= folderPatience {
			folders[says.House.Digest] = append(folders[says.House.Digest], p.Name)
		}
		s.Processes = append(s.Processes, r)
	}
	if len(folders) > 1 {
		s.Notes = append(s.Notes, "the folders of the house articles are not the same: see \"house\"")
	}
}

// print shows it to people.
func (s clusterStatus) print(std streams) error {
	w := tabwriter.NewWriter(std.out, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "NATS\t%s, in order\n", s.Server)
	if s.Shards == 0 {
		fmt.Fprintf(w, "shards\tnone yet\n")
	} else {
		fmt.Fprintf(w, "shards\t%d of %d held\n", s.Held, s.Shards)
	}
	for _, j := range s.Jobs {
		fmt.Fprintf(w, "%s\t%s\n", j.Job, j.Name)
	}
	fmt.Fprintf(w, "\nprocess\tversion\tsince\tshards\tbehind by\tservers\thouse\n")
	for _, p := range s.Processes {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%d\t%d\t%s\n", p.Name, p.Version, p.Since.Local().Format("2006-01-02 15:04:05"), ranges(p.Shards), p.Lag, p.Records, p.House)
	}
	fmt.Fprintf(w, "\nstream\tmessages\tbytes\treplicas\tleader\n")
	for _, st := range s.Streams {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d of %d\t%s\n", st.Name, st.Messages, st.Bytes, st.Current, st.Replicas, st.Leader)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	for _, n := range s.Notes {
		std.warn(fmt.Errorf("%s", n))
	}
	return nil
}

// ranges writes numbers that ascend: "0-6, 9".
func ranges(numbers []int) string {
	if len(numbers) == 0 {
		return "none"
	}
	var parts []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && numbers[j+1] == numbers[j]+1 {
			j++
		}
		part := strconv.Itoa(numbers[i])
		if j > i {
			part += "-" + strconv.Itoa(numbers[j])
		}
		parts = append(parts, part)
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
