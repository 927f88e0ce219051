/** Stages in which exactly one family coordinator answers for the case (domain 5.3.8). */
export const openWithCoordinator = `('awaitingConsent', 'diagnosis', 'planning', 'planApproval', 'inProgress', 'suspended', 'evaluation')`

/** Each of these finds cases that break a rule of the domain; none may be found. */
export const broken: Readonly<Record<string, string>> = {
  'an open case without exactly one family coordinator (5.3.8)': `family_case c where status in ${openWithCoordinator}
    and (select count(*) from role_assignment r where r.case_id = c.id and r.role = 'koordynator_rodziny' and r.ended_at is null) <> 1`,
  'a case outside a team that was ever active': `family_case c join team t on t.id = c.team_id where t.activated_on is null`,
  'a number that is not gmina/year/sequence': `family_case where number <> gmina_code || '/' || year || '/' || sequence
    or year <> extract(year from opened_on)`,
  'a person in diagnosis or later whose consent is missing (4.2 row 6)': `family_case c join case_person p on p.case_id = c.id
    where c.status in ('diagnosis', 'planning', 'planApproval', 'inProgress', 'suspended', 'evaluation')
    and not exists (select from consent k where k.case_id = c.id and k.person_id = p.person_id and k.status = 'granted')`,
  'a child of parents in conflict without both signatures': `case_person p join family_case c on c.id = p.case_id
    where p.guardian_conflict and c.status in ('diagnosis', 'inProgress')
    and (select count(*) from consent k where k.case_id = c.id and k.person_id = p.person_id and k.status = 'granted') <> 2`,
  'a live grant without a live consent or basis': `case_grant g where g.ended_at is null
    and not exists (select from consent k where k.id = g.consent_id and k.status = 'granted')
    and not exists (select from legal_basis_record b where b.id = g.legal_basis_id and b.ended_at is null)`,
  'a granted scope without its grant': `consent_scope s join consent k on k.id = s.consent_id where s.granted and k.status = 'granted'
    and not exists (select from case_grant g where g.consent_id = k.id and g.institution_id = s.institution_id and g.category = s.category)`,
  'a family team of fewer than two institutions (4.2 row 6)': `family_case c
    where c.status in ('diagnosis', 'planning', 'planApproval', 'inProgress', 'suspended', 'evaluation')
    and (select count(distinct institution_id) from case_participant p where p.case_id = c.id) < 2`,
  'a provider that was no party of the agreement, without a justification (5.3.1)': `basket_line l
    where l.outside_agreement_reason is null and not exists (
    select from team_member m where m.team_id = l.team_id and m.institution_id = l.provider_institution_id and m.signed_on <= l.starts_on)`,
  'a line from outside the agreement whose provider is not invited and consented to, or an example of none': `(
    select count(*) as n from basket_line l where l.outside_agreement_reason is not null
      and app.case_open(l.provider_institution_id, l.case_id)
      and exists (select from case_participant p where p.case_id = l.case_id and p.institution_id = l.provider_institution_id)) seen
    where seen.n <> 2`,
  'the same service for the same person twice (5.3.2)': `basket_line a join line_beneficiary x on x.line_id = a.id
    join line_beneficiary y on y.person_id = x.person_id and y.line_id <> x.line_id join basket_line b on b.id = y.line_id
    where a.case_id = b.case_id and a.service_key = b.service_key and a.status not in ('declined', 'cancelled')
      and b.status not in ('declined', 'cancelled') and a.starts_on <= b.ends_on and b.starts_on <= a.ends_on`,
  'a line outside its plan, a plan outside the agreement (5.3.4)': `plan p join family_case c on c.id = p.case_id join team t on t.id = c.team_id
    left join plan_line pl on pl.plan_id = p.id left join basket_line l on l.id = pl.line_id
    where p.ends_on > t.agreement_to or p.starts_on < t.agreement_from or l.starts_on < p.starts_on or l.ends_on > p.ends_on`,
  'a running line without a plan in force (4.3)': `basket_line l where l.status = 'inProgress' and not exists (
    select from plan_line x join plan p on p.id = x.plan_id where x.line_id = l.id and p.status = 'inForce')`,
  'a benefit that started without its decision (4.3)': `basket_line l join service_type s on s.key = l.service_key
    where s.requires_decision and l.status in ('inProgress', 'delivered', 'partlyDelivered') and (l.decision_number is null or l.decision_on is null)`,
  'a goal without a line, a line of a goal without beneficiary (4.2 row 8)': `goal g left join line_goal lg on lg.goal_id = g.id
    left join basket_line l on l.id = lg.line_id
    where l.id is null or (not l.whole_environment and not exists (select from line_beneficiary b where b.line_id = l.id))`,
  'work without a signed plan in force (4.2 row 9)': `family_case c where c.status in ('inProgress', 'suspended')
    and exists (select from referral r where r.case_id = c.id)
    and not exists (select from plan p where p.case_id = c.id and p.status = 'inForce' and p.family_signed_on is not null and p.content_hash is not null)`,
  'an open line in a case that is evaluated or closed (4.2 row 12)': `basket_line l join family_case c on c.id = l.case_id
    where c.status in ('evaluation', 'closed', 'archived') and l.carried_on is null
      and l.status not in ('delivered', 'partlyDelivered', 'notDelivered', 'cancelled', 'declined')`,
  'a plan in force in a closed case': `plan p join family_case c on c.id = p.case_id
    where c.status in ('closed', 'archived', 'erased') and p.status in ('draft', 'approval', 'inForce')`,
  'a closed case with a goal or a line that was not evaluated (4.2 row 13)': `(select g.case_id from goal g where g.dropped_on is null and g.attainment is null
    union all select l.case_id from basket_line l where l.outcome is null and l.status in ('delivered', 'partlyDelivered', 'notDelivered')) x
    join family_case c on c.id = x.case_id where c.status = 'closed' and c.closing_reason_key = 'zakonczenie'`,
  'a person who is social worker and assistant at once (UWR art. 17)': `role_assignment a join role_assignment b on a.user_id = b.user_id
    where a.role = 'koordynator_rodziny' and b.role = 'asystent_rodziny'`,
  'a transition that does not begin where the last one ended': `(select from_status, lag(to_status) over (partition by case_id order by at, to_status) as before
    from case_transition) t where from_status is distinct from before`,
  'a case that is not where its history ends': `family_case c where status <> (
    select to_status from case_transition t where t.case_id = c.id order by at desc, to_status desc limit 1)`,
  'a stage that began before the one before it': `(select at, lag(at) over (partition by case_id order by to_status) as before
    from case_transition where to_status not in ('planning', 'rejected', 'redirected', 'suspended')) t where at < before`,
  'something that has not happened yet': `(select at from case_transition union all select at from line_transition union all select at from audit_event
    union all select delivered_on from service_delivery) t where at > '2026-11-25T11:00:00Z'`,
  'two active teams of one gmina and variant': `team a join team b on a.gmina_code = b.gmina_code and a.variant_key = b.variant_key and a.id <> b.id
    where a.status in ('active', 'suspended') and b.status in ('active', 'suspended')`,
  'a light case that keeps a person': `family_case c join case_person p on p.case_id = c.id where c.family_id is null`,
}
