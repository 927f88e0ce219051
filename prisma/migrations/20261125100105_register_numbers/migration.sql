-- Numbers by which schools (RSPO) and health providers (RPWDL) are known in their own registers (domain 5.1, 5.4).
alter table institution add column rspo text;
alter table institution add column rpwdl text;
