#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

// The weights of a linear model: under each hashed feature a row with one small integer a label. Used straight from a
// mapped file: nothing is built at start-up.
//
// A look-up first compares 16-bit tags, a cache line of them at once. They lie together, apart from the rows, so that
// most of them stay in the cache, and most features that the model does not know end there. Strings are not kept: an
// unknown feature passes for a known one about once in 600,000 look-ups.

namespace pullquote::model {

class Weights {
 public:
  /// Labels a row at most.
  static constexpr std::size_t kMaxWidth = 256;

  Weights() = default;
  /// Keeps a view of the bytes that `build` made. Throws Error(kModelCorrupt), naming `name`.
  explicit Weights(std::span<const std::byte> bytes, std::string_view name = "weights");

  /// Weights a row, one for each label.
  [[nodiscard]] std::size_t width() const { return table_.width; }
  /// What one integer unit is in the scores that were trained (log-odds for a log-linear model).
  [[nodiscard]] float scale() const { return scale_; }
  /// See next_model_number.
  [[nodiscard]] std::uint64_t number() const { return number_; }
  /// Features that have a row.
  [[nodiscard]] std::size_t size() const { return size_; }

  /// Adds the rows of the features to scores[0..width()). Features without a row add nothing.
  void add(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const {
    fetch(features);
    add_fetched(features, scores);
  }
  /// The same in two steps, between which there may be other work, while the memory answers.
  void fetch(std::span<const std::uint64_t> features) const;
  void add_fetched(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const;
  /// The same without what only some processors have.
  void add_portably(std::span<const std::uint64_t> features, std::span<std::int32_t> scores) const;
  [[nodiscard]] bool contains(std::uint64_t feature) const { return table_.find(feature) != Table::kNowhere; }

  using Row = std::pair<std::uint64_t, std::vector<float>>;
  /// The bytes for rows of floats, each quantised to 8 bits with one scale for all. Rows that come to nothing are left
  /// out. The order of rows does not matter; each feature is given once.
  [[nodiscard]] static std::vector<std::byte> build(std::size_t width, const std::vector<Row>& rows);

  /// A table that `build` made with `rows` added to its own, in its own scale: for features that it knows, the weights
  /// change; others get a row where there is room, those with the largest weights first. Rows that come to nothing, or
  /// find no room, are left out. As deterministic as `build`, and throws as the constructor does.
  [[nodiscard]] static std::vector<std::byte> adapted(std::span<const std::byte> bytes, const std::vector<Row>& rows,
                                                      std::string_view name = "weights");

  /// Where everything lies, for what adds rows.
  struct Table {
    static constexpr std::size_t kNowhere = ~std::size_t{0};
    /// The slot of a feature, or kNowhere.
    [[nodiscard]] std::size_t find(std::uint64_t feature) const;

    const std::byte* buckets = nullptr;
    const std::int8_t* rows = nullptr;
    std::uint64_t count = 0;  // of buckets
    std::size_t width = 0;
  };

 private:
  Table table_;
  std::size_t size_ = 0;
  std::uint64_t number_ = 0;
  float scale_ = 0;
};

}  // namespace pullquote::model
