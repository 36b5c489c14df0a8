using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Causeway.Persistence.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CompleteDirectory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "put_off_at",
                table: "join_proposal",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "put_off_by",
                table: "join_proposal",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "put_off_by_name",
                table: "join_proposal",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "left_before",
                table: "join_decision",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "reasons",
                table: "join_decision",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "score",
                table: "join_decision",
                type: "double precision",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "other_place",
                table: "contribution",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "ix_join_decision_network_id_at",
                table: "join_decision",
                columns: new[] { "network_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_join_decision_network_id_at",
                table: "join_decision");

            migrationBuilder.DropColumn(
                name: "put_off_at",
                table: "join_proposal");

            migrationBuilder.DropColumn(
                name: "put_off_by",
                table: "join_proposal");

            migrationBuilder.DropColumn(
                name: "put_off_by_name",
                table: "join_proposal");

            migrationBuilder.DropColumn(
                name: "left_before",
                table: "join_decision");

            migrationBuilder.DropColumn(
                name: "reasons",
                table: "join_decision");

            migrationBuilder.DropColumn(
                name: "score",
                table: "join_decision");

            migrationBuilder.DropColumn(
                name: "other_place",
                table: "contribution");
        }
    }
}
