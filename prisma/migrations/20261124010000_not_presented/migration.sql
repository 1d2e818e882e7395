-- AlterEnum
ALTER TYPE "ComponentCheck" ADD VALUE 'NOT_PRESENTED';
