package main

import (
	"context"
	"slices"
	"time"

	pb "cloud.google.com/go/pubsub/v2/apiv1/pubsubpb"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/emptypb"
)

const (
	mostPerResponse = 100
	// How long a Pull waits for a first message; the service says only that it is bounded.
	pullWait = 5 * time.Second
)

func (e *emulator) StreamingPull(sps pb.Subscriber_StreamingPullServer) error {
	first, err := sps.Recv()
	if err != nil {
		return err
	}
	if first.StreamAckDeadlineSeconds < 10 || first.StreamAckDeadlineSeconds > 600 {
		return status.Error(codes.InvalidArgument, "stream_ack_deadline_seconds must be from 10 to 600")
	}
	s := newStream(first.StreamAckDeadlineSeconds)
	s.mostMessages, s.mostBytes = first.MaxOutstandingMessages, first.MaxOutstandingBytes
	b, err := e.join(first.Subscription, s)
	if err != nil {
		return err
	}
	defer e.leave(b, s)
	ended := make(chan error, 1)
	go func() { ended <- e.listen(sps, b, s) }()
	for {
		select {
		case err := <-ended:
			return err
		case <-s.pings:
			if err := sps.Send(&pb.StreamingPullResponse{}); err != nil {
				return err
			}
		case <-s.bell:
			if err := e.drain(sps, b, s); err != nil {
				return err
			}
		}
	}
}

func (e *emulator) join(subscription string, s *stream) (*backlog, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	b, err := e.find(subscription)
	if err != nil {
		return nil, err
	}
	b.streams = append(b.streams, s)
	s.wake()
	return b, nil
}

// leave takes the stream away; what it held stays leased until its deadline, as with a client that was killed.
func (e *emulator) leave(b *backlog, s *stream) {
	e.mu.Lock()
	defer e.mu.Unlock()
	b.streams = slices.DeleteFunc(b.streams, func(other *stream) bool { return other == s })
	b.wake()
}

func (e *emulator) drain(sps pb.Subscriber_StreamingPullServer, b *backlog, s *stream) error {
	for {
		e.mu.Lock()
		closed := b.closed
		taken := b.take(s, mostPerResponse)
		e.mu.Unlock()
		if closed {
			return status.Error(codes.NotFound, "Subscription does not exist.")
		}
		if len(taken) == 0 {
			return nil
		}
		if err := sps.Send(response(taken, b.subscription)); err != nil {
			return err
		}
	}
}

func (e *emulator) listen(sps pb.Subscriber_StreamingPullServer, b *backlog, s *stream) error {
	for {
		req, err := sps.Recv()
		if err != nil {
			return err
		}
		e.mu.Lock()
		if req.StreamAckDeadlineSeconds > 0 {
			s.deadline = time.Duration(req.StreamAckDeadlineSeconds) * time.Second
		}
		for _, id := range req.AckIds {
			b.ack(id)
		}
		for i, id := range req.ModifyDeadlineAckIds {
			b.modify(id, req.ModifyDeadlineSeconds[i])
		}
		b.wake()
		e.mu.Unlock()
		s.ping()
	}
}

func (e *emulator) Pull(ctx context.Context, req *pb.PullRequest) (*pb.PullResponse, error) {
	if req.MaxMessages <= 0 {
		return nil, status.Error(codes.InvalidArgument, "max_messages must be positive")
	}
	e.mu.Lock()
	b, err := e.find(req.Subscription)
	e.mu.Unlock()
	if err != nil {
		return nil, err
	}
	s := newStream(max(10, b.subscription.AckDeadlineSeconds))
	if _, err := e.join(req.Subscription, s); err != nil {
		return nil, err
	}
	defer e.leave(b, s)
	wait := pullWait
	if req.ReturnImmediately { //nolint:staticcheck // deprecated, and still answered by the service
		wait = 0
	}
	over := time.After(wait)
	for {
		e.mu.Lock()
		taken := b.take(s, int(req.MaxMessages))
		e.mu.Unlock()
		if len(taken) > 0 || wait == 0 {
			return &pb.PullResponse{ReceivedMessages: taken}, nil
		}
		select {
		case <-ctx.Done():
			return nil, status.FromContextError(ctx.Err()).Err()
		case <-over:
			return &pb.PullResponse{}, nil
		case <-s.bell:
		}
	}
}

func (e *emulator) Acknowledge(_ context.Context, req *pb.AcknowledgeRequest) (*emptypb.Empty, error) {
	return e.settle(req.Subscription, func(b *backlog) {
		for _, id := range req.AckIds {
			b.ack(id)
		}
	})
}

func (e *emulator) ModifyAckDeadline(_ context.Context, req *pb.ModifyAckDeadlineRequest) (*emptypb.Empty, error) {
	if req.AckDeadlineSeconds < 0 || req.AckDeadlineSeconds > 600 {
		return nil, status.Error(codes.InvalidArgument, "ack_deadline_seconds must be from 0 to 600")
	}
	return e.settle(req.Subscription, func(b *backlog) {
		for _, id := range req.AckIds {
			b.modify(id, req.AckDeadlineSeconds)
		}
	})
}

func (e *emulator) settle(subscription string, change func(*backlog)) (*emptypb.Empty, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	b, err := e.find(subscription)
	if err != nil {
		return nil, err
	}
	change(b)
	b.wake()
	return &emptypb.Empty{}, nil
}

func (e *emulator) Seek(_ context.Context, req *pb.SeekRequest) (*pb.SeekResponse, error) {
	target, ok := req.Target.(*pb.SeekRequest_Time)
	if !ok {
		return nil, status.Error(codes.Unimplemented, "this emulator seeks to times only, not to snapshots")
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	b, err := e.find(req.Subscription)
	if err != nil {
		return nil, err
	}
	b.seek(target.Time.AsTime())
	return &pb.SeekResponse{}, nil
}
