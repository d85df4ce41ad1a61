package main

import (
	"context"
	"sync"
	"time"

	pb "cloud.google.com/go/pubsub/v2/apiv1/pubsubpb"
	"cloud.google.com/go/pubsub/v2/pstest"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/emptypb"
)

const (
	expiryTick = 50 * time.Millisecond
	// What pstest still takes for the longest retention of a subscription, and what the service takes today.
	pstestRetention = 7 * 24 * time.Hour
	mostRetention   = 31 * 24 * time.Hour
)

// emulator leaves topics and subscriptions to pstest and does messages itself: pstest knows neither the ordering of
// messages in flight, nor flow control, nor a seek that brings messages back.
type emulator struct {
	*pstest.GServer
	mu       sync.Mutex
	nextID   int64
	nextAck  int64
	logs     map[string]*topicLog
	backlogs map[string]*backlog
}

func newEmulator() *emulator {
	return &emulator{
		GServer:  &pstest.NewServer().GServer,
		logs:     map[string]*topicLog{},
		backlogs: map[string]*backlog{},
	}
}

func (e *emulator) expireLeases() {
	for now := range time.Tick(expiryTick) {
		e.mu.Lock()
		for _, b := range e.backlogs {
			b.expire(now)
		}
		e.mu.Unlock()
	}
}

func (e *emulator) CreateTopic(ctx context.Context, t *pb.Topic) (*pb.Topic, error) {
	if err := checkName(t.GetName(), "topics"); err != nil {
		return nil, err
	}
	made, err := e.GServer.CreateTopic(ctx, t)
	if err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.logs[t.Name] = &topicLog{topic: made, subscribers: map[string]*backlog{}}
	return made, nil
}

func (e *emulator) DeleteTopic(ctx context.Context, req *pb.DeleteTopicRequest) (*emptypb.Empty, error) {
	done, err := e.GServer.DeleteTopic(ctx, req)
	if err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.logs, req.Topic)
	return done, nil
}

func (e *emulator) CreateSubscription(ctx context.Context, s *pb.Subscription) (*pb.Subscription, error) {
	if err := checkName(s.GetName(), "subscriptions"); err != nil {
		return nil, err
	}
	if err := checkSupported(s); err != nil {
		return nil, err
	}
	retention, err := shortenForPstest(&s.MessageRetentionDuration)
	if err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	made, err := e.GServer.CreateSubscription(ctx, s)
	if err != nil {
		return nil, err
	}
	if retention != nil {
		made.MessageRetentionDuration = retention
	}
	b := newBacklog(e, made)
	e.backlogs[s.Name] = b
	e.logs[s.Topic].subscribers[s.Name] = b
	return made, nil
}

func (e *emulator) UpdateSubscription(ctx context.Context, req *pb.UpdateSubscriptionRequest) (*pb.Subscription, error) {
	if err := checkSupported(req.GetSubscription()); err != nil {
		return nil, err
	}
	retention, err := shortenForPstest(&req.GetSubscription().MessageRetentionDuration)
	if err != nil {
		return nil, err
	}
	changed, err := e.GServer.UpdateSubscription(ctx, req)
	if err == nil && retention != nil {
		changed.MessageRetentionDuration = retention
	}
	return changed, err
}

func (e *emulator) DeleteSubscription(ctx context.Context, req *pb.DeleteSubscriptionRequest) (*emptypb.Empty, error) {
	done, err := e.GServer.DeleteSubscription(ctx, req)
	if err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if b := e.backlogs[req.Subscription]; b != nil {
		b.close()
		delete(e.backlogs, req.Subscription)
		if l := e.logs[b.subscription.Topic]; l != nil {
			delete(l.subscribers, req.Subscription)
		}
	}
	return done, nil
}

// find must be called with the lock held.
func (e *emulator) find(subscription string) (*backlog, error) {
	if b := e.backlogs[subscription]; b != nil {
		return b, nil
	}
	return nil, status.Errorf(codes.NotFound, "Resource not found (resource=%s).", subscription)
}

func shortenForPstest(retention **durationpb.Duration) (*durationpb.Duration, error) {
	wanted := *retention
	if wanted.AsDuration() > mostRetention {
		return nil, status.Error(codes.InvalidArgument, "message_retention_duration is above 31 days")
	}
	if wanted.AsDuration() <= pstestRetention {
		return nil, nil
	}
	*retention = durationpb.New(pstestRetention)
	return wanted, nil
}
