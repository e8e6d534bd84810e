#pragma once

#include "entities/mention_model.h"
#include "features/clusters.h"
#include "features/lexicon.h"
#include "features/nicknames.h"
#include "model/model_file.h"

namespace pullquote::entities {

/// What the stage reads from a model file, which must outlive it.
struct Knowledge {
  Knowledge() = default;
  /// Throws Error where a section is missing, damaged, or was learned with other features.
  explicit Knowledge(const model::ModelFile& file)
      : lexicon(model::FlagTable(file.section("lexicon"))),
        clusters(file.section("clusters")),
        mentions(file.section("mentions")),
        nicknames(model::FlagTable(file.section("nicknames"), "nicknames")) {}

  features::Lexicon lexicon;
  features::Clusters clusters;
  MentionModel mentions;
  features::Nicknames nicknames;
};

}  // namespace pullquote::entities
