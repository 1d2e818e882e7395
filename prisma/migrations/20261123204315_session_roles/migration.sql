-- AlterTable
ALTER TABLE "login_session" ADD COLUMN     "roles" "Role"[];
