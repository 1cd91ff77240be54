//! stance
