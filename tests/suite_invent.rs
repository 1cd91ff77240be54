//! Invented responses.
use ymateb::invent;
#[test]
fn x() {
    let d = std::path::Path::new("/tmp/h/inv240");
    let w = invent::write(d, 240, 2022).unwrap();
    println!("{w:#?}");
}
