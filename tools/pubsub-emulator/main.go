// Command pubsub-emulator is a Pub/Sub server in memory for tests and for development; see README.md.
package main

import (
	"flag"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"

	pb "cloud.google.com/go/pubsub/v2/apiv1/pubsubpb"
	"google.golang.org/grpc"
)

// The service takes 10 MB per request; what is above must reach our own refusal, not the transport's.
const maxReceive = 20 << 20

func main() {
	address := flag.String("host-port", "127.0.0.1:8085", "where to listen; port 0 takes a free one")
	flag.Parse()
	listener, err := net.Listen("tcp", *address)
	if err != nil {
		log.Fatal(err)
	}
	server := grpc.NewServer(grpc.MaxRecvMsgSize(maxReceive))
	emulator := newEmulator()
	pb.RegisterPublisherServer(server, emulator)
	pb.RegisterSubscriberServer(server, emulator)
	go emulator.expireLeases()
	go stopOnSignal(server)
	log.Printf("listening on %s", listener.Addr())
	if err := server.Serve(listener); err != nil {
		log.Fatal(err)
	}
}

func stopOnSignal(server *grpc.Server) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	server.Stop()
}
