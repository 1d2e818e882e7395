-- Written by hand. Thông báo dừng is numbered with a sign of its own from now on. Those issued before numbers were kept as printed carry the centre's
-- sign, and go on doing so: it is kept with them now, as it stands on the paper. An erased paper has no facts to keep it in.
UPDATE "paper"
SET
  "printed" = lpad("number"::text, GREATEST(4, length("number"::text)), '0') || '/TTPVHCC',
  "facts" = CASE
    WHEN "facts" ? 'letterhead'
      THEN "facts" || jsonb_build_object('printed', lpad("number"::text, GREATEST(4, length("number"::text)), '0') || '/TTPVHCC')
    ELSE "facts"
  END
WHERE "kind" = 'STOP' AND "printed" IS NULL;
