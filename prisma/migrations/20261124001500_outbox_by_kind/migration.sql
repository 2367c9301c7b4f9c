-- Which message is next? Replies are claimed by themselves: ten thousand notices that wait their turn must not lie
-- in their way (measured: 5.3 ms a claim before, 0.8 ms with this).
DROP INDEX "Message_waiting_next";
CREATE INDEX "Message_waiting_next" ON "Message" ("kind", "seq") WHERE "status" = 'waiting';
