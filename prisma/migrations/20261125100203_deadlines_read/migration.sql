-- Whoever refers a family to a team reads the team's deadlines: the day by which the sheet is to be looked at is set in
-- the referrer's own transaction, and a person who only delivers services sees no team.
drop policy read_visible on team_deadline;
create policy read_visible on team_deadline for select using (
  team_id = any ((select app.team_ids())::uuid[])
  or team_id = any (array(select t.id from app.referral_teams() t)));
