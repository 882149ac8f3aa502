"""supervision: help that a counsellor asks for, whispers, what a note is for, and the languages of who is on duty."""

import sqlalchemy as sa
from alembic import op

revision = '6b1f0c2a9d47'
down_revision = '193cec125d02'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table('calls', schema=None) as batch_op:
        batch_op.add_column(sa.Column('help_at', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('whispers', sa.Integer(), server_default='0', nullable=False))

    with op.batch_alter_table('case_notes', schema=None) as batch_op:
        batch_op.add_column(sa.Column('kind', sa.String(length=16), server_default='note', nullable=False))

    with op.batch_alter_table('presence', schema=None) as batch_op:
        batch_op.add_column(sa.Column('languages', sa.String(length=16), server_default='en,ja', nullable=False))


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table('presence', schema=None) as batch_op:
        batch_op.drop_column('languages')

    with op.batch_alter_table('case_notes', schema=None) as batch_op:
        batch_op.drop_column('kind')

    with op.batch_alter_table('calls', schema=None) as batch_op:
        batch_op.drop_column('whispers')
        batch_op.drop_column('help_at')
