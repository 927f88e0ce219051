-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "plan_status" AS ENUM ('draft', 'approval', 'inForce', 'superseded', 'dropped');

-- CreateEnum
CREATE TYPE "line_status" AS ENUM ('draft', 'proposed', 'accepted', 'declined', 'counterProposed', 'waitingList', 'scheduled', 'inProgress', 'delivered', 'partlyDelivered', 'notDelivered', 'suspended', 'cancelled');

-- CreateEnum
CREATE TYPE "subject_kind" AS ENUM ('family', 'person', 'environment');

-- CreateEnum
CREATE TYPE "case_status" AS ENUM ('submitted', 'screening', 'qualified', 'rejected', 'redirected', 'awaitingConsent', 'diagnosis', 'planning', 'planApproval', 'inProgress', 'suspended', 'evaluation', 'closed', 'archived', 'erased');

-- CreateEnum
CREATE TYPE "referral_status" AS ENUM ('draft', 'submitted');

-- CreateEnum
CREATE TYPE "legal_basis" AS ENUM ('UPS100', 'UWR', 'UPD_9c', 'ZGODA', 'ZYWOTNY_INTERES', 'OBOWIAZEK_PRAWNY');

-- CreateEnum
CREATE TYPE "proposal_kind" AS ENUM ('qualify', 'reject', 'redirect');

-- CreateEnum
CREATE TYPE "data_category" AS ENUM ('PODSTAWOWE', 'BYT', 'FINANSE', 'PRACA', 'EDUKACJA', 'RELACJE', 'BEZPIECZENSTWO', 'ZDROWIE', 'PSYCHIKA_UZALEZNIENIA', 'PRAWNE', 'KARNE', 'INNE_SZCZEGOLNE');

-- CreateEnum
CREATE TYPE "consent_status" AS ENUM ('draft', 'granted', 'refused', 'withdrawn', 'expired', 'replaced');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('operator', 'rops_koordynator', 'animator', 'ekspert', 'lider_gminny', 'lider_powiatowy', 'koordynator_zespolu', 'koordynator_rodziny', 'asystent_rodziny', 'decydent', 'specjalista', 'wykonawca', 'ministerstwo', 'radny', 'admin_lokalny', 'iod', 'audytor');

-- CreateEnum
CREATE TYPE "team_status" AS ENUM ('initiated', 'agreement', 'active', 'suspended', 'dissolved');

-- CreateEnum
CREATE TYPE "territory_level" AS ENUM ('wojewodztwo', 'powiat', 'gmina');

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "institution_id" UUID,
    "action" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT,
    "subject_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "team_id" UUID,
    "case_id" UUID,
    "owner_institution_id" UUID,
    "reason" TEXT,
    "request_id" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL,
    "key_id" TEXT NOT NULL,
    "key_check" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "version_no" INTEGER NOT NULL,
    "status" "plan_status" NOT NULL DEFAULT 'draft',
    "starts_on" DATE,
    "ends_on" DATE,
    "change_reason" TEXT,
    "family_signed_on" DATE,
    "family_signed_by" TEXT,
    "coordinator_signed_on" DATE,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "in_force_on" DATE,
    "ended_on" DATE,
    "end_reason" TEXT,
    "content_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_line" (
    "plan_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "plan_line_pkey" PRIMARY KEY ("plan_id","line_id")
);

-- CreateTable
CREATE TABLE "basket_line" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "service_key" TEXT NOT NULL,
    "category" "data_category" NOT NULL,
    "title" TEXT,
    "scope" TEXT,
    "provider_institution_id" UUID NOT NULL,
    "responsible_user_id" UUID,
    "outside_agreement_reason" TEXT,
    "whole_environment" BOOLEAN NOT NULL DEFAULT false,
    "place" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "frequency" TEXT NOT NULL DEFAULT 'weekly',
    "quantity" DECIMAL(8,2),
    "unit" TEXT,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "depends_on_id" UUID,
    "cost_planned" INTEGER,
    "cost_actual" INTEGER,
    "co_payment" INTEGER,
    "funding_key" TEXT,
    "decision_number" TEXT,
    "decision_on" DATE,
    "legal_basis" TEXT,
    "status" "line_status" NOT NULL DEFAULT 'draft',
    "status_since" DATE NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "answer_due_on" DATE,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "decline_reason_key" TEXT,
    "answer_note" TEXT,
    "counter_starts_on" DATE,
    "counter_quantity" DECIMAL(8,2),
    "waiting_since" DATE,
    "delivered_quantity" DECIMAL(8,2) NOT NULL DEFAULT 0,
    "last_delivery_on" DATE,
    "outcome" TEXT,
    "satisfaction" INTEGER,
    "end_reason" TEXT,
    "duplicate_reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "basket_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "line_beneficiary" (
    "line_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "line_beneficiary_pkey" PRIMARY KEY ("line_id","person_id")
);

-- CreateTable
CREATE TABLE "line_need" (
    "line_id" UUID NOT NULL,
    "need_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "line_need_pkey" PRIMARY KEY ("line_id","need_id")
);

-- CreateTable
CREATE TABLE "line_goal" (
    "line_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "line_goal_pkey" PRIMARY KEY ("line_id","goal_id")
);

-- CreateTable
CREATE TABLE "line_transition" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "line_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "from_status" "line_status",
    "to_status" "line_status" NOT NULL,
    "actor_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "reason_key" TEXT,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "line_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_delivery" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "line_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "delivered_on" DATE NOT NULL,
    "quantity" DECIMAL(8,2) NOT NULL,
    "note" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelled_at" TIMESTAMPTZ(3),
    "request_key" TEXT,

    CONSTRAINT "service_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monitoring_card" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "summary" TEXT NOT NULL,
    "next_on" DATE,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "monitoring_card_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "outcome_key" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "family_voice" TEXT,
    "satisfaction" INTEGER,
    "closing_talk_on" DATE,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "team_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "status" "referral_status" NOT NULL DEFAULT 'draft',
    "subject" "subject_kind" NOT NULL DEFAULT 'family',
    "family_label" TEXT NOT NULL,
    "reason_keys" TEXT[],
    "other_reason" TEXT,
    "situation" TEXT,
    "exhausted_means" TEXT,
    "legal_basis" "legal_basis",
    "pre_consent_on" DATE,
    "case_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "referral_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "relation_key" TEXT NOT NULL,
    "born_on" DATE,
    "pesel_sealed" TEXT,
    "pesel_hash" TEXT,
    "phone" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "referral_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family_case" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "family_id" UUID,
    "gmina_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "subject" "subject_kind" NOT NULL DEFAULT 'family',
    "status" "case_status" NOT NULL DEFAULT 'submitted',
    "status_since" DATE NOT NULL,
    "due_on" DATE,
    "opened_on" DATE NOT NULL,
    "qualified_on" DATE,
    "consent_on" DATE,
    "first_meeting_on" DATE,
    "plan_in_force_on" DATE,
    "first_service_on" DATE,
    "closed_on" DATE,
    "review_on" DATE,
    "outcome_key" TEXT,
    "closing_reason_key" TEXT,
    "referring_institution_id" UUID,
    "previous_case_id" UUID,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "family_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_transition" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "from_status" "case_status",
    "to_status" "case_status" NOT NULL,
    "actor_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "reason_key" TEXT,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_proposal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "kind" "proposal_kind" NOT NULL,
    "reason_key" TEXT,
    "note" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "accepted" BOOLEAN,
    "decision_note" TEXT,

    CONSTRAINT "case_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "owner_institution_id" UUID NOT NULL,
    "kind" "subject_kind" NOT NULL DEFAULT 'family',
    "label" TEXT NOT NULL,
    "label_folded" TEXT NOT NULL,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "family_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "owner_institution_id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "contact_note" TEXT,
    "is_minor" BOOLEAN NOT NULL DEFAULT false,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_identity" (
    "person_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "born_on" DATE,
    "sex" TEXT,
    "pesel_sealed" TEXT,
    "pesel_hash" TEXT,
    "document_sealed" TEXT,
    "document_hash" TEXT,
    "bank_sealed" TEXT,
    "bank_hash" TEXT,
    "street" TEXT,
    "postcode" TEXT,
    "city" TEXT,
    "gmina_code" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_identity_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "family_member" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "family_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "relation_key" TEXT NOT NULL,
    "lives_together" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "starts_on" DATE,
    "ends_on" DATE,

    CONSTRAINT "family_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "main" BOOLEAN NOT NULL DEFAULT false,
    "takes_part" BOOLEAN NOT NULL DEFAULT true,
    "under_guardianship" BOOLEAN NOT NULL DEFAULT false,
    "guardian_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "guardian_conflict" BOOLEAN NOT NULL DEFAULT false,
    "court_decision" TEXT,
    "left_on" DATE,

    CONSTRAINT "case_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_participant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "purpose" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "invited_by_id" UUID,

    CONSTRAINT "case_participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nk_flag" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID,
    "referral_id" UUID,
    "team_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "nk_flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_check" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "known_to" UUID[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "duplicate_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "institution_kind" (
    "key" TEXT NOT NULL,
    "name_pl" TEXT NOT NULL,
    "abbreviation" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "gpzk_role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "institution_kind_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "service_type" (
    "key" TEXT NOT NULL,
    "name_pl" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "statutory_area" TEXT NOT NULL,
    "data_category" "data_category" NOT NULL,
    "provider_kinds" TEXT[],
    "levels" TEXT[],
    "legal_basis" TEXT NOT NULL,
    "legal_basis_short" TEXT NOT NULL,
    "basis_status" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "requires_decision" BOOLEAN NOT NULL,
    "sensitive" BOOLEAN NOT NULL,
    "core" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "service_type_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "need_type" (
    "key" TEXT NOT NULL,
    "name_pl" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "legal_ref" TEXT NOT NULL,
    "sensitive" BOOLEAN NOT NULL,
    "data_category" "data_category" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "need_type_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "need_service" (
    "need_key" TEXT NOT NULL,
    "service_key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "need_service_pkey" PRIMARY KEY ("need_key","service_key")
);

-- CreateTable
CREATE TABLE "area_type" (
    "key" TEXT NOT NULL,
    "name_pl" TEXT NOT NULL,
    "category" "data_category" NOT NULL,
    "anchors" JSONB NOT NULL,
    "need_keys" TEXT[],
    "required" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "area_type_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "model_variant" (
    "key" TEXT NOT NULL,
    "name_pl" TEXT NOT NULL,
    "team_label" TEXT NOT NULL,
    "family_team_label" TEXT NOT NULL,
    "plan_label" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "model_variant_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "dictionary_entry" (
    "dictionary" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name_pl" TEXT NOT NULL,
    "body" JSONB,
    "position" INTEGER NOT NULL,

    CONSTRAINT "dictionary_entry_pkey" PRIMARY KEY ("dictionary","key")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "signed_by_id" UUID,
    "court_decision" TEXT,
    "status" "consent_status" NOT NULL DEFAULT 'draft',
    "text_version" TEXT NOT NULL,
    "given_on" DATE,
    "channel" TEXT,
    "valid_to" DATE,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_channel" TEXT,
    "replaced_by_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_scope" (
    "consent_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "category" "data_category" NOT NULL,
    "granted" BOOLEAN NOT NULL,

    CONSTRAINT "consent_scope_pkey" PRIMARY KEY ("consent_id","institution_id","category")
);

-- CreateTable
CREATE TABLE "legal_basis_record" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "person_id" UUID,
    "institution_id" UUID NOT NULL,
    "category" "data_category" NOT NULL,
    "basis" "legal_basis" NOT NULL,
    "note" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "legal_basis_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_grant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "person_id" UUID,
    "institution_id" UUID NOT NULL,
    "category" "data_category" NOT NULL,
    "consent_id" UUID,
    "legal_basis_id" UUID,
    "signed_by_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "information_clause" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institution_id" UUID NOT NULL,
    "version_no" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "information_clause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clause_delivery" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "clause_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "delivered_on" DATE NOT NULL,
    "channel" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clause_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "diagnosis" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "version_no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "completed_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "diagnosis_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "diagnosis_area" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "diagnosis_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "area_key" TEXT NOT NULL,
    "category" "data_category" NOT NULL,
    "not_applicable" BOOLEAN NOT NULL DEFAULT false,
    "score" INTEGER,
    "family_score" INTEGER,
    "causes" TEXT,
    "strengths" TEXT,
    "deficits" TEXT,
    "needs" TEXT,
    "expectations" TEXT,
    "updated_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "diagnosis_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "family_voice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "diagnosis_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "category" "data_category" NOT NULL DEFAULT 'RELACJE',
    "body" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "family_voice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "need" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "person_id" UUID,
    "need_key" TEXT NOT NULL,
    "category" "data_category" NOT NULL,
    "severity" INTEGER NOT NULL DEFAULT 2,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "description" TEXT,
    "unmet_since" DATE,
    "unmet_service_key" TEXT,
    "closed_on" DATE,
    "closed_reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "owner_institution_id" UUID NOT NULL,
    "category" "data_category" NOT NULL DEFAULT 'PODSTAWOWE',
    "title" TEXT NOT NULL,
    "indicator" TEXT,
    "baseline" TEXT,
    "target" TEXT,
    "due_on" DATE,
    "attainment" TEXT,
    "attainment_note" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "dropped_on" DATE,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal_need" (
    "goal_id" UUID NOT NULL,
    "need_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "goal_need_pkey" PRIMARY KEY ("goal_id","need_id")
);

-- CreateTable
CREATE TABLE "institution" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "kind_key" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "seat_code" TEXT NOT NULL,
    "wojewodztwo_code" TEXT NOT NULL,
    "regon" TEXT,
    "nip" TEXT,
    "krs" TEXT,
    "edoreczenia" TEXT,
    "street" TEXT,
    "postcode" TEXT,
    "city" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "website" TEXT,
    "replaces_ops" BOOLEAN NOT NULL DEFAULT false,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "ended_on" DATE,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "institution_area" (
    "institution_id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,

    CONSTRAINT "institution_area_pkey" PRIMARY KEY ("institution_id","unit_code")
);

-- CreateTable
CREATE TABLE "institution_service" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "institution_id" UUID NOT NULL,
    "service_key" TEXT NOT NULL,
    "places" INTEGER,
    "waiting_days" INTEGER,
    "conditions" TEXT,
    "confirmed_on" DATE,
    "ended_on" DATE,

    CONSTRAINT "institution_service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT 'pani',
    "phone" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "user_session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "institution_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),
    "address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "user_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "ok" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "job_title" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "end_reason" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "authorisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "issued_by_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "acknowledged_at" TIMESTAMPTZ(3),
    "confidentiality_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "authorisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "team_id" UUID,
    "case_id" UUID,
    "wojewodztwo_code" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "ended_at" TIMESTAMPTZ(3),
    "granted_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nk_mark" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "appointment_number" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "granted_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "nk_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outgoing_mail" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outgoing_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "team_id" UUID,
    "case_id" UUID,
    "line_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "gmina_code" TEXT NOT NULL,
    "powiat_code" TEXT NOT NULL,
    "wojewodztwo_code" TEXT NOT NULL,
    "variant_key" TEXT NOT NULL,
    "status" "team_status" NOT NULL DEFAULT 'initiated',
    "lead_institution_id" UUID,
    "agreement_from" DATE,
    "agreement_to" DATE,
    "agreement_text" TEXT,
    "agreement_sent_at" TIMESTAMPTZ(3),
    "minimum_signatures" INTEGER,
    "rules_adopted_on" DATE,
    "activated_on" DATE,
    "suspended_reason" TEXT,
    "dissolved_on" DATE,
    "dissolved_reason" TEXT,
    "final_report" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "created_by_id" UUID,
    "created_institution_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "team_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "founding" BOOLEAN NOT NULL DEFAULT true,
    "representative_id" UUID,
    "deputy_id" UUID,
    "invited_at" TIMESTAMPTZ(3),
    "joined_on" DATE,
    "signed_on" DATE,
    "signed_by_name" TEXT,
    "left_on" DATE,
    "left_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_transition" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "team_id" UUID NOT NULL,
    "from_status" "team_status",
    "to_status" "team_status" NOT NULL,
    "actor_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_deadline" (
    "team_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,

    CONSTRAINT "team_deadline_pkey" PRIMARY KEY ("team_id","key")
);

-- CreateTable
CREATE TABLE "territory_unit" (
    "code" TEXT NOT NULL,
    "level" "territory_level" NOT NULL,
    "name" TEXT NOT NULL,
    "name_folded" TEXT NOT NULL,
    "kind" INTEGER,
    "city_powiat" BOOLEAN NOT NULL DEFAULT false,
    "parent_code" TEXT,
    "wojewodztwo_code" TEXT NOT NULL,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "former_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "successor_code" TEXT,

    CONSTRAINT "territory_unit_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "territory_import" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "stated_on" DATE NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "report" JSONB NOT NULL,

    CONSTRAINT "territory_import_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_owner_institution_id_at_idx" ON "audit_event"("owner_institution_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_case_id_at_idx" ON "audit_event"("case_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_idx" ON "audit_event"("actor_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_institution_id_at_idx" ON "audit_event"("institution_id", "at");

-- CreateIndex
CREATE INDEX "plan_team_id_idx" ON "plan"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "plan_case_id_version_no_key" ON "plan"("case_id", "version_no");

-- CreateIndex
CREATE INDEX "plan_line_line_id_idx" ON "plan_line"("line_id");

-- CreateIndex
CREATE INDEX "plan_line_case_id_idx" ON "plan_line"("case_id");

-- CreateIndex
CREATE INDEX "plan_line_team_id_idx" ON "plan_line"("team_id");

-- CreateIndex
CREATE INDEX "basket_line_case_id_idx" ON "basket_line"("case_id");

-- CreateIndex
CREATE INDEX "basket_line_team_id_updated_at_id_idx" ON "basket_line"("team_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "basket_line_owner_institution_id_updated_at_id_idx" ON "basket_line"("owner_institution_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "basket_line_provider_institution_id_updated_at_id_idx" ON "basket_line"("provider_institution_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "basket_line_responsible_user_id_idx" ON "basket_line"("responsible_user_id");

-- CreateIndex
CREATE INDEX "line_beneficiary_person_id_idx" ON "line_beneficiary"("person_id");

-- CreateIndex
CREATE INDEX "line_beneficiary_case_id_idx" ON "line_beneficiary"("case_id");

-- CreateIndex
CREATE INDEX "line_beneficiary_team_id_idx" ON "line_beneficiary"("team_id");

-- CreateIndex
CREATE INDEX "line_need_need_id_idx" ON "line_need"("need_id");

-- CreateIndex
CREATE INDEX "line_need_case_id_idx" ON "line_need"("case_id");

-- CreateIndex
CREATE INDEX "line_need_team_id_idx" ON "line_need"("team_id");

-- CreateIndex
CREATE INDEX "line_goal_goal_id_idx" ON "line_goal"("goal_id");

-- CreateIndex
CREATE INDEX "line_goal_case_id_idx" ON "line_goal"("case_id");

-- CreateIndex
CREATE INDEX "line_goal_team_id_idx" ON "line_goal"("team_id");

-- CreateIndex
CREATE INDEX "line_transition_line_id_at_idx" ON "line_transition"("line_id", "at");

-- CreateIndex
CREATE INDEX "line_transition_case_id_idx" ON "line_transition"("case_id");

-- CreateIndex
CREATE INDEX "line_transition_team_id_idx" ON "line_transition"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_delivery_request_key_key" ON "service_delivery"("request_key");

-- CreateIndex
CREATE INDEX "service_delivery_line_id_delivered_on_idx" ON "service_delivery"("line_id", "delivered_on");

-- CreateIndex
CREATE INDEX "service_delivery_case_id_idx" ON "service_delivery"("case_id");

-- CreateIndex
CREATE INDEX "service_delivery_team_id_idx" ON "service_delivery"("team_id");

-- CreateIndex
CREATE INDEX "monitoring_card_case_id_idx" ON "monitoring_card"("case_id");

-- CreateIndex
CREATE INDEX "monitoring_card_team_id_idx" ON "monitoring_card"("team_id");

-- CreateIndex
CREATE INDEX "evaluation_case_id_idx" ON "evaluation"("case_id");

-- CreateIndex
CREATE INDEX "evaluation_team_id_idx" ON "evaluation"("team_id");

-- CreateIndex
CREATE INDEX "referral_team_id_updated_at_id_idx" ON "referral"("team_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "referral_institution_id_updated_at_id_idx" ON "referral"("institution_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "referral_case_id_idx" ON "referral"("case_id");

-- CreateIndex
CREATE INDEX "referral_person_referral_id_idx" ON "referral_person"("referral_id");

-- CreateIndex
CREATE INDEX "referral_person_team_id_idx" ON "referral_person"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "family_case_number_key" ON "family_case"("number");

-- CreateIndex
CREATE INDEX "family_case_team_id_updated_at_id_idx" ON "family_case"("team_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "family_case_owner_institution_id_updated_at_id_idx" ON "family_case"("owner_institution_id", "updated_at", "id");

-- CreateIndex
CREATE INDEX "family_case_family_id_idx" ON "family_case"("family_id");

-- CreateIndex
CREATE UNIQUE INDEX "family_case_gmina_code_year_sequence_key" ON "family_case"("gmina_code", "year", "sequence");

-- CreateIndex
CREATE INDEX "case_transition_case_id_at_idx" ON "case_transition"("case_id", "at");

-- CreateIndex
CREATE INDEX "case_transition_team_id_idx" ON "case_transition"("team_id");

-- CreateIndex
CREATE INDEX "case_proposal_case_id_idx" ON "case_proposal"("case_id");

-- CreateIndex
CREATE INDEX "case_proposal_team_id_idx" ON "case_proposal"("team_id");

-- CreateIndex
CREATE INDEX "family_owner_institution_id_idx" ON "family"("owner_institution_id");

-- CreateIndex
CREATE INDEX "person_owner_institution_id_idx" ON "person"("owner_institution_id");

-- CreateIndex
CREATE INDEX "person_identity_pesel_hash_idx" ON "person_identity"("pesel_hash");

-- CreateIndex
CREATE UNIQUE INDEX "person_identity_owner_institution_id_pesel_hash_key" ON "person_identity"("owner_institution_id", "pesel_hash");

-- CreateIndex
CREATE INDEX "family_member_family_id_idx" ON "family_member"("family_id");

-- CreateIndex
CREATE INDEX "family_member_person_id_idx" ON "family_member"("person_id");

-- CreateIndex
CREATE INDEX "case_person_team_id_idx" ON "case_person"("team_id");

-- CreateIndex
CREATE INDEX "case_person_person_id_idx" ON "case_person"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_person_case_id_person_id_key" ON "case_person"("case_id", "person_id");

-- CreateIndex
CREATE INDEX "case_participant_case_id_idx" ON "case_participant"("case_id");

-- CreateIndex
CREATE INDEX "case_participant_team_id_idx" ON "case_participant"("team_id");

-- CreateIndex
CREATE INDEX "case_participant_institution_id_idx" ON "case_participant"("institution_id");

-- CreateIndex
CREATE INDEX "nk_flag_case_id_idx" ON "nk_flag"("case_id");

-- CreateIndex
CREATE INDEX "nk_flag_team_id_idx" ON "nk_flag"("team_id");

-- CreateIndex
CREATE INDEX "duplicate_check_case_id_idx" ON "duplicate_check"("case_id");

-- CreateIndex
CREATE INDEX "duplicate_check_team_id_idx" ON "duplicate_check"("team_id");

-- CreateIndex
CREATE INDEX "duplicate_check_actor_id_at_idx" ON "duplicate_check"("actor_id", "at");

-- CreateIndex
CREATE INDEX "need_service_service_key_idx" ON "need_service"("service_key");

-- CreateIndex
CREATE INDEX "consent_case_id_idx" ON "consent"("case_id");

-- CreateIndex
CREATE INDEX "consent_team_id_idx" ON "consent"("team_id");

-- CreateIndex
CREATE INDEX "consent_person_id_idx" ON "consent"("person_id");

-- CreateIndex
CREATE INDEX "consent_scope_case_id_idx" ON "consent_scope"("case_id");

-- CreateIndex
CREATE INDEX "consent_scope_team_id_idx" ON "consent_scope"("team_id");

-- CreateIndex
CREATE INDEX "legal_basis_record_case_id_idx" ON "legal_basis_record"("case_id");

-- CreateIndex
CREATE INDEX "legal_basis_record_team_id_idx" ON "legal_basis_record"("team_id");

-- CreateIndex
CREATE INDEX "case_grant_institution_id_case_id_category_idx" ON "case_grant"("institution_id", "case_id", "category");

-- CreateIndex
CREATE INDEX "case_grant_case_id_idx" ON "case_grant"("case_id");

-- CreateIndex
CREATE INDEX "case_grant_team_id_idx" ON "case_grant"("team_id");

-- CreateIndex
CREATE INDEX "case_grant_consent_id_idx" ON "case_grant"("consent_id");

-- CreateIndex
CREATE INDEX "case_grant_legal_basis_id_idx" ON "case_grant"("legal_basis_id");

-- CreateIndex
CREATE UNIQUE INDEX "information_clause_institution_id_version_no_key" ON "information_clause"("institution_id", "version_no");

-- CreateIndex
CREATE INDEX "clause_delivery_case_id_idx" ON "clause_delivery"("case_id");

-- CreateIndex
CREATE INDEX "clause_delivery_team_id_idx" ON "clause_delivery"("team_id");

-- CreateIndex
CREATE INDEX "diagnosis_team_id_idx" ON "diagnosis"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "diagnosis_case_id_version_no_key" ON "diagnosis"("case_id", "version_no");

-- CreateIndex
CREATE INDEX "diagnosis_area_case_id_category_idx" ON "diagnosis_area"("case_id", "category");

-- CreateIndex
CREATE INDEX "diagnosis_area_team_id_idx" ON "diagnosis_area"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "diagnosis_area_diagnosis_id_area_key_key" ON "diagnosis_area"("diagnosis_id", "area_key");

-- CreateIndex
CREATE UNIQUE INDEX "family_voice_diagnosis_id_key" ON "family_voice"("diagnosis_id");

-- CreateIndex
CREATE INDEX "family_voice_case_id_category_idx" ON "family_voice"("case_id", "category");

-- CreateIndex
CREATE INDEX "family_voice_team_id_idx" ON "family_voice"("team_id");

-- CreateIndex
CREATE INDEX "need_case_id_category_idx" ON "need"("case_id", "category");

-- CreateIndex
CREATE INDEX "need_team_id_idx" ON "need"("team_id");

-- CreateIndex
CREATE INDEX "goal_case_id_category_idx" ON "goal"("case_id", "category");

-- CreateIndex
CREATE INDEX "goal_team_id_idx" ON "goal"("team_id");

-- CreateIndex
CREATE INDEX "goal_need_need_id_idx" ON "goal_need"("need_id");

-- CreateIndex
CREATE INDEX "goal_need_case_id_idx" ON "goal_need"("case_id");

-- CreateIndex
CREATE INDEX "goal_need_team_id_idx" ON "goal_need"("team_id");

-- CreateIndex
CREATE INDEX "institution_wojewodztwo_code_kind_key_idx" ON "institution"("wojewodztwo_code", "kind_key");

-- CreateIndex
CREATE INDEX "institution_name_folded_idx" ON "institution"("name_folded");

-- CreateIndex
CREATE INDEX "institution_seat_code_idx" ON "institution"("seat_code");

-- CreateIndex
CREATE INDEX "institution_area_unit_code_idx" ON "institution_area"("unit_code");

-- CreateIndex
CREATE INDEX "institution_service_service_key_idx" ON "institution_service"("service_key");

-- CreateIndex
CREATE UNIQUE INDEX "institution_service_institution_id_service_key_key" ON "institution_service"("institution_id", "service_key");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE INDEX "user_account_name_folded_idx" ON "user_account"("name_folded");

-- CreateIndex
CREATE INDEX "user_session_user_id_idx" ON "user_session"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_attempt_email_at_idx" ON "sign_in_attempt"("email", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_address_at_idx" ON "sign_in_attempt"("address", "at");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_user_id_idx" ON "invitation"("user_id");

-- CreateIndex
CREATE INDEX "invitation_institution_id_idx" ON "invitation"("institution_id");

-- CreateIndex
CREATE INDEX "employment_institution_id_idx" ON "employment"("institution_id");

-- CreateIndex
CREATE INDEX "employment_user_id_idx" ON "employment"("user_id");

-- CreateIndex
CREATE INDEX "authorisation_institution_id_idx" ON "authorisation"("institution_id");

-- CreateIndex
CREATE INDEX "authorisation_user_id_idx" ON "authorisation"("user_id");

-- CreateIndex
CREATE INDEX "role_assignment_user_id_institution_id_idx" ON "role_assignment"("user_id", "institution_id");

-- CreateIndex
CREATE INDEX "role_assignment_institution_id_idx" ON "role_assignment"("institution_id");

-- CreateIndex
CREATE INDEX "role_assignment_team_id_idx" ON "role_assignment"("team_id");

-- CreateIndex
CREATE INDEX "role_assignment_case_id_idx" ON "role_assignment"("case_id");

-- CreateIndex
CREATE INDEX "nk_mark_user_id_institution_id_idx" ON "nk_mark"("user_id", "institution_id");

-- CreateIndex
CREATE INDEX "nk_mark_institution_id_idx" ON "nk_mark"("institution_id");

-- CreateIndex
CREATE INDEX "notification_user_id_institution_id_created_at_idx" ON "notification"("user_id", "institution_id", "created_at");

-- CreateIndex
CREATE INDEX "team_wojewodztwo_code_status_idx" ON "team"("wojewodztwo_code", "status");

-- CreateIndex
CREATE INDEX "team_gmina_code_idx" ON "team"("gmina_code");

-- CreateIndex
CREATE INDEX "team_powiat_code_idx" ON "team"("powiat_code");

-- CreateIndex
CREATE INDEX "team_member_team_id_idx" ON "team_member"("team_id");

-- CreateIndex
CREATE INDEX "team_member_institution_id_idx" ON "team_member"("institution_id");

-- CreateIndex
CREATE INDEX "team_transition_team_id_idx" ON "team_transition"("team_id");

-- CreateIndex
CREATE INDEX "territory_unit_parent_code_idx" ON "territory_unit"("parent_code");

-- CreateIndex
CREATE INDEX "territory_unit_name_folded_idx" ON "territory_unit"("name_folded");

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "family_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "basket_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "basket_line" ADD CONSTRAINT "basket_line_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "family_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_beneficiary" ADD CONSTRAINT "line_beneficiary_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "basket_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_need" ADD CONSTRAINT "line_need_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "basket_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_need" ADD CONSTRAINT "line_need_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "need"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_goal" ADD CONSTRAINT "line_goal_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "basket_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_goal" ADD CONSTRAINT "line_goal_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "goal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "line_transition" ADD CONSTRAINT "line_transition_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "basket_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_delivery" ADD CONSTRAINT "service_delivery_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "basket_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_person" ADD CONSTRAINT "referral_person_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_case" ADD CONSTRAINT "family_case_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_case" ADD CONSTRAINT "family_case_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_transition" ADD CONSTRAINT "case_transition_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "family_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_identity" ADD CONSTRAINT "person_identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_member" ADD CONSTRAINT "family_member_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "family_member" ADD CONSTRAINT "family_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_person" ADD CONSTRAINT "case_person_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "family_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_person" ADD CONSTRAINT "case_person_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_participant" ADD CONSTRAINT "case_participant_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "family_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_scope" ADD CONSTRAINT "consent_scope_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "diagnosis_area" ADD CONSTRAINT "diagnosis_area_diagnosis_id_fkey" FOREIGN KEY ("diagnosis_id") REFERENCES "diagnosis"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need" ADD CONSTRAINT "need_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "family_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "family_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_need" ADD CONSTRAINT "goal_need_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "goal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal_need" ADD CONSTRAINT "goal_need_need_id_fkey" FOREIGN KEY ("need_id") REFERENCES "need"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution" ADD CONSTRAINT "institution_kind_key_fkey" FOREIGN KEY ("kind_key") REFERENCES "institution_kind"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution_area" ADD CONSTRAINT "institution_area_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution_service" ADD CONSTRAINT "institution_service_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employment" ADD CONSTRAINT "employment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employment" ADD CONSTRAINT "employment_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_transition" ADD CONSTRAINT "team_transition_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
