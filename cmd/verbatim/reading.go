package main

import (
	"os"
	"runtime"
	"time"

	"github.com/verbatim-bot/verbatim/config"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/reader"
)

// Of the bot's work on a question, reading gets this much; who would have to
// wait longer is answered by words alone.
const (
	readingTime  = 250 * time.Millisecond
	readingQueue = 16 // questions that wait for a processor
)

// botReader is the reader of the running bot, where much can be asked at a
// time; nil when it is off.
func botReader(c config.Config) *reader.Pool {
	if c.Reader == config.Off {
		return nil
	}
	return reader.NewPool(reader.Embedded(), reader.Limits{Workers: runtime.GOMAXPROCS(0), Queue: readingQueue, Budget: readingTime})
}

// shellEngine answers somebody alone at a terminal: what is read never depends
// on the clock. Settings that are wrong are the business of other commands.
func shellEngine() *ask.Engine {
	environ, err := config.Environment(os.Environ(), dotenv)
	if err == nil {
		if c, _ := config.Load(environ); c.Reader == config.Off {
			return ask.New()
		}
	}
	return ask.Reading(reader.NewPool(reader.Embedded(), reader.Limits{Workers: runtime.GOMAXPROCS(0)}))
}
