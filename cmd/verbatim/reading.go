package main

import (
	"os"
	"runtime"

	"github.com/verbatim-bot/verbatim/config"
	"github.com/verbatim-bot/verbatim/index/ask"
	"github.com/verbatim-bot/verbatim/index/reader"
)

// botReader is the reader of the running bot, where much can be asked at a
// time; nil when it is off.
func botReader(c config.Config) *reader.Pool {
	if c.Reader == config.Off {
		return nil
	}
	return reader.NewPool(reader.Embedded(), reader.Shared(runtime.GOMAXPROCS(0)))
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
