-- AlterTable
ALTER TABLE "field" ADD COLUMN     "mark" TEXT;

-- Registers are numbered for each field; the volume's name says which one a number is of.
UPDATE "field" SET "mark" = marks.mark
FROM (VALUES
  ('ho-tich', 'HT'),
  ('chung-thuc', 'CT'),
  ('dat-dai', 'ĐĐ'),
  ('bao-tro-xa-hoi', 'BTXH'),
  ('cu-tru', 'CTR'),
  ('nguoi-co-cong', 'NCC'),
  ('ho-kinh-doanh', 'HKD'),
  ('xay-dung', 'XD'),
  ('tiep-cong-dan', 'TCD'),
  ('hoa-giai', 'HG'),
  ('giam-ngheo', 'GN'),
  ('nuoi-con-nuoi', 'NCN'),
  ('hoi', 'HOI'),
  ('boi-thuong-nha-nuoc', 'BTNN'),
  ('trong-trot', 'TT'),
  ('duong-bo', 'ĐB'),
  ('quy-hoach', 'QH'),
  ('cai-nghien-ma-tuy', 'CNMT'),
  ('van-hoa', 'VH'),
  ('moi-truong', 'MT'),
  ('giao-duc-mam-non', 'GDMN')
) AS marks (code, mark)
WHERE "field".code = marks.code;
